using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Web.Pages.Setup;

/// <summary>How far the first start is: who we are, which days are worked, which cases we have. Counts only, never a case.</summary>
public sealed class SetupSteps(ProposalsDbContext db, OfficeRules rules)
{
    public async Task<SetupState> ReadAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var bureau = await db.Bureau.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var duties = await db.Users.AsNoTracking().Where(person => !person.IsDisabled).Select(person => person.Duties).ToListAsync(cancellationToken);
        var held = duties.Aggregate(Duty.None, (all, own) => all | own);
        return new SetupState
        {
            Name = bureau?.Name ?? "",
            IsFinished = bureau?.IsSetUp ?? false,
            Departments = await db.Departments.CountAsync(cancellationToken),
            Lacking = await db.Departments.CountAsync(department => !department.IsOffice && (department.HeadId == null || department.LeaderId == null), cancellationToken),
            People = duties.Count,
            Missing = [.. new[] { Duty.OfficeClerk, Duty.OfficeDirector, Duty.Principal }.Where(duty => !held.HasFlag(duty))],
            Years = [.. rules.Book.CalendarOf(rules.Profile).Years.Where(year => year.Year >= today.Year - 1)],
            CoveredUntil = rules.Calendar.CoveredUntil,
            HasLedger = await db.Cases.AnyAsync(subject => subject.HandlingYear == today.Year, cancellationToken),
            HasHistory = await db.Cases.AnyAsync(subject => subject.HandlingYear == today.Year - 1, cancellationToken),
        };
    }
}

public sealed record SetupState
{
    public required string Name { get; init; }

    public required bool IsFinished { get; init; }

    public required int Departments { get; init; }

    /// <summary>Departments without head or leader.</summary>
    public required int Lacking { get; init; }

    public required int People { get; init; }

    /// <summary>Duties that nobody has and without which no reply goes out.</summary>
    public required IReadOnlyList<Duty> Missing { get; init; }

    public required IReadOnlyList<CalendarYear> Years { get; init; }

    public required DateOnly CoveredUntil { get; init; }

    public required bool HasLedger { get; init; }

    public required bool HasHistory { get; init; }

    public bool IsNamed => Name.Length > 0;

    public bool IsManned => Departments > 0 && Lacking == 0 && Missing.Count == 0;

    /// <summary>The office can begin.</summary>
    public bool MayFinish => IsNamed && Departments > 0 && Missing.Count == 0;
}
