using Proposals.Handling;
using Proposals.People;

namespace Proposals.Web.Pages.Assignment;

/// <summary>Where a proposal probably belongs, by the words of the departments' remits. A suggestion for the office's eye, never a decision.</summary>
internal static class DepartmentGuess
{
    private const int InSubject = 10;
    private const int InContent = 3;

    /// <summary>The qualifying first half of a longer word (夜间 of 夜间经济) says where it points; its second half is too common.</summary>
    private const int HalfInSubject = 4;

    private static readonly char[] Gaps = ['、', '，', ',', '；', ';', ' ', '。'];

    /// <summary>Null when nothing matches or two departments match equally well.</summary>
    public static DepartmentId? Of(ProposalCase subject, IEnumerable<Department> departments)
    {
        var ranked = departments.Where(department => !department.IsOffice).Select(department => (department.Id, Score: Score(subject, department))).OrderByDescending(found => found.Score).Take(2).ToList();
        return ranked is [{ Score: > 0 } best, ..] && (ranked.Count == 1 || ranked[1].Score < best.Score) ? best.Id : null;
    }

    private static int Score(ProposalCase subject, Department department) =>
        department.Remit.Split(Gaps, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 1).Sum(word =>
            subject.Subject.Contains(word, StringComparison.Ordinal) ? InSubject
            : subject.Content.Contains(word, StringComparison.Ordinal) ? InContent
            : word.Length >= 4 && subject.Subject.Contains(word[..2], StringComparison.Ordinal) ? HalfInSubject
            : 0);
}
