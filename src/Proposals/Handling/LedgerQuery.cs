using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Intake;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Handling;

/// <summary>What the ledger is asked for; all of it runs in the database.</summary>
public sealed record LedgerFilter
{
    public int? Year { get; init; }

    public CaseState? State { get; init; }

    public Light? Light { get; init; }

    public DepartmentId? DepartmentId { get; init; }

    public ItemKind? Kind { get; init; }

    /// <summary>Part of a subject, a number or a proposer's name.</summary>
    public string? Text { get; init; }

    /// <summary>Only cases still open.</summary>
    public bool OpenOnly { get; init; }

    public LedgerCursor? After { get; init; }

    public int PageSize { get; init; } = 50;
}

/// <summary>Where the next page begins; written as text into the address.</summary>
public readonly record struct LedgerCursor(bool IsKey, DateOnly SortOn, CaseId Id)
{
    public static LedgerCursor? Parse(string? text) =>
        text?.Split('_') is [var key, var day, var id] && DateOnly.TryParseExact(day, "yyyyMMdd", out var sortOn) && CaseId.TryParse(id, null, out var caseId)
            ? new LedgerCursor(key == "1", sortOn, caseId)
            : null;

    public override string ToString() => $"{(IsKey ? 1 : 0)}_{SortOn:yyyyMMdd}_{Id}";
}

public sealed record LedgerRow(ProposalCase Case, string LeadProposer, string? Department, string? Leader, string? Handler, string? WaitsFor, string? StepName)
{
    /// <summary>A person, or the body that a collective proposal comes from.</summary>
    public Intake.ProposerRole LeadRole { get; init; }
}

public sealed record LedgerPage(IReadOnlyList<LedgerRow> Rows, LedgerCursor? Next);

/// <summary>办理台账: key items first, then what is due soonest.</summary>
public sealed class LedgerQuery(ProposalsDbContext db)
{
    /// <summary>Counters are exact up to here; a bureau has 9 to 150 items a year.</summary>
    public const int CountLimit = 999;

    public async Task<LedgerPage> PageAsync(CaseVisibility visibility, LedgerFilter filter, DateOnly today, CancellationToken cancellationToken)
    {
        var cases = Visible(visibility, filter, today);
        if (filter.After is var (isKey, sortOn, id))
        {
            cases = cases.Where(subject => (subject.IsKey == isKey && (subject.SortOn > sortOn || (subject.SortOn == sortOn && subject.Id > id)))
                || (isKey && !subject.IsKey));
        }

        var found = await Rows(cases.OrderByDescending(subject => subject.IsKey).ThenBy(subject => subject.SortOn).ThenBy(subject => subject.Id)
            .Take(filter.PageSize + 1)).ToListAsync(cancellationToken);
        var rows = found.Take(filter.PageSize).ToList();
        return new LedgerPage(rows, found.Count > filter.PageSize ? new LedgerCursor(rows[^1].Case.IsKey, rows[^1].Case.SortOn, rows[^1].Case.Id) : null);
    }

    /// <summary>The same rows of a few cases that something else has picked.</summary>
    public async Task<IReadOnlyDictionary<CaseId, LedgerRow>> RowsAsync(IReadOnlyList<CaseId> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? new Dictionary<CaseId, LedgerRow>() : await Rows(db.Cases.AsNoTracking().Where(subject => ids.Contains(subject.Id))).ToDictionaryAsync(row => row.Case.Id, cancellationToken);

    public Task<int> CountAsync(CaseVisibility visibility, LedgerFilter filter, DateOnly today, CancellationToken cancellationToken) =>
        Visible(visibility, filter, today).Take(CountLimit + 1).CountAsync(cancellationToken);

    public async Task<IReadOnlyList<int>> YearsAsync(CaseVisibility visibility, CancellationToken cancellationToken) =>
        await visibility.Years(db.Cases).ToListAsync(cancellationToken);

    /// <summary>Where a case lies is where its own way lies: ids of what runs beside it are longer.</summary>
    private IQueryable<LedgerRow> Rows(IQueryable<ProposalCase> cases) => cases.Select(subject => new LedgerRow(
        subject,
        subject.Proposers.OrderBy(proposer => proposer.Position).Select(proposer => proposer.Name).First(),
        db.Departments.Where(department => department.Id == subject.DepartmentId).Select(department => department.Name).FirstOrDefault(),
        db.Users.Where(person => person.Id == subject.LeaderId).Select(person => person.DisplayName).FirstOrDefault(),
        db.Users.Where(person => person.Id == subject.HandlerId).Select(person => person.DisplayName).FirstOrDefault(),
        (from step in db.Steps
         where step.CaseId == subject.Id && step.State == Inbox.StepState.Waiting
         from item in step.WorkItems
         where item.State == Inbox.WorkItemState.Offered
         orderby step.WaitId.Length, item.Id
         select db.Users.Where(person => person.Id == item.OwnerId).Select(person => person.DisplayName).FirstOrDefault()).FirstOrDefault(),
        db.Steps.Where(step => step.CaseId == subject.Id && step.State == Inbox.StepState.Waiting && step.WorkItems.Any(item => item.State == Inbox.WorkItemState.Offered))
            .OrderBy(step => step.WaitId.Length).ThenBy(step => step.Id).Select(step => step.Name).FirstOrDefault())
    {
        LeadRole = subject.Proposers.OrderBy(proposer => proposer.Position).Select(proposer => proposer.Role).First(),
    });

    /// <summary>What a column settles comes first, for each way to a case; a text is looked for in what is left, once.</summary>
    private IQueryable<ProposalCase> Visible(CaseVisibility visibility, LedgerFilter filter, DateOnly today)
    {
        var cases = visibility.Filter(Narrow(db.Cases.AsNoTracking(), filter, today));
        return filter.Text?.Trim() is { Length: > 0 } text
            ? cases.Where(subject => subject.Subject.Contains(text) || subject.CaseNumber == text || subject.Proposers.Any(proposer => proposer.Name.Contains(text)))
            : cases;
    }

    private static IQueryable<ProposalCase> Narrow(IQueryable<ProposalCase> cases, LedgerFilter filter, DateOnly today)
    {
        if (filter.Year is { } year)
        {
            cases = cases.Where(subject => subject.HandlingYear == year);
        }

        if (filter.State is { } state)
        {
            cases = cases.Where(subject => subject.State == state);
        }

        if (filter.DepartmentId is { } department)
        {
            cases = cases.Where(subject => subject.DepartmentId == department);
        }

        if (filter.Kind is { } kind)
        {
            cases = cases.Where(subject => subject.Kind == kind);
        }

        if (filter.OpenOnly)
        {
            cases = cases.Where(subject => subject.ArchivedOn == null && subject.Ending == null);
        }

        return filter.Light is { } light ? Shining(cases, light, today) : cases;
    }

    /// <summary>The same sum as <see cref="ProposalCase.LightOn"/>, written for the database. What left the bureau has no light at all.</summary>
    private static IQueryable<ProposalCase> Shining(IQueryable<ProposalCase> cases, Light light, DateOnly today) => light switch
    {
        Light.Off => cases.Where(subject => subject.DueOn == null && subject.InternalDueOn == null && subject.Ending == null),
        Light.Red => cases.Where(subject => subject.RedFrom <= today),
        Light.Yellow => cases.Where(subject => !(subject.RedFrom <= today) && subject.YellowFrom <= today),
        Light.Blue => cases.Where(subject => !(subject.RedFrom <= today) && !(subject.YellowFrom <= today) && subject.BlueFrom <= today),
        _ => cases.Where(subject => (subject.DueOn != null || subject.InternalDueOn != null)
            && !(subject.RedFrom <= today) && !(subject.YellowFrom <= today) && !(subject.BlueFrom <= today)),
    };
}
