using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Designer;
using Proposals.Web.Face;
using Proposals.Web.Pages.Inbox;
using Proposals.Workflows.Definitions;

namespace Proposals.Web.Pages.Designer;

/// <summary>One problem as people read it. Where is the activity's name, or null where no activity is to blame.</summary>
public sealed record ProblemLine(bool IsError, string? Where, string Sentence);

/// <summary>Versions, problems and changes in the reader's language.</summary>
public sealed class DesignerWords(IStringLocalizer<DesignerText> text)
{
    /// <summary>周一鸣 2026-03-31 14:05; the product itself where no person did it.</summary>
    public string By(Guid? person, DateTimeOffset? at, IReadOnlyDictionary<Guid, string> names) =>
        at is { } known ? text["By", person is { } id ? names.GetValueOrDefault(id, "—") : text["By_System"].Value, DateText.InTable(OfficeClock.Local(known).DateTime)] : "—";

    /// <summary>第2版3件、第1版12件.</summary>
    public string Running(IEnumerable<RunningVersion> versions) =>
        string.Join(text["ListSeparator"], versions.OrderByDescending(version => version.Version).Select(version => text["Running_N", version.Version, version.Count].Value)) is { Length: > 0 } said ? said : "—";

    public string Cases(int count) => count == 0 ? "—" : text["Cases_N", Counted.Text(count)];

    public static IReadOnlyList<ProblemLine> Of(IReadOnlyList<Problem> problems, string json)
    {
        var names = problems.Count == 0 ? new Dictionary<string, string>() : ActivityTitles.Of(json);
        return
        [
            .. problems.OrderBy(problem => problem.Severity).Select(problem => new ProblemLine(
                problem.Severity == ProblemSeverity.Error,
                names.TryGetValue(problem.Where, out var name) ? StepWords.Name(name) : problem.Where.StartsWith('$') ? null : problem.Where,
                Languages.IsEnglish ? problem.Sentence.English : problem.Sentence.Chinese)),
        ];
    }
}
