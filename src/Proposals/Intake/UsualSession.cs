using Microsoft.EntityFrameworkCore;
using Proposals.Persistence;

namespace Proposals.Intake;

/// <summary>The session of an item whose slip or list says none.</summary>
public static class UsualSession
{
    /// <summary>The assemblies sit early in the year; what is assigned later was filed between sessions.</summary>
    private const int LastMonth = 5;

    public static bool IsBetween(DateOnly assignedOn) => assignedOn.Month > LastMonth;

    /// <summary>That of the last case. Motions and suggestions belong to the same assembly, hence to the same session.</summary>
    public static async Task<(int Term, int Session)?> LastAsync(ProposalsDbContext db, bool isCppcc, AdministrativeLevel level, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var last = await db.Cases.AsNoTracking().Where(subject => (subject.Kind == ItemKind.CppccProposal) == isCppcc && subject.Level == level)
            .OrderByDescending(subject => subject.RegisteredAt).Select(subject => new { subject.TermNumber, subject.SessionNumber }).FirstOrDefaultAsync(cancellationToken);
        return last is null ? null : (last.TermNumber, last.SessionNumber);
    }
}
