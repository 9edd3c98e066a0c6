using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>期限与督办: every line that is owed of the cases a person may see, by day or in the order of days.</summary>
public sealed class OpenDeadlineQuery(ProposalsDbContext db)
{
    public async Task<DeadlinePage> PageAsync(CaseVisibility visibility, DeadlineFilter filter, DeadlineCursor? after, int pageSize, DateOnly today, CancellationToken cancellationToken)
    {
        var lines = Narrow(visibility, filter, today);
        if (after is var (dueOn, id))
        {
            lines = lines.Where(owed => owed.Line.DueOn > dueOn || (owed.Line.DueOn == dueOn && owed.Line.Id > id));
        }

        var found = await Rows(lines.OrderBy(owed => owed.Line.DueOn).ThenBy(owed => owed.Line.Id).Take(pageSize + 1)).ToListAsync(cancellationToken);
        var shown = await WithWhatAsync([.. found.Take(pageSize)], cancellationToken);
        return new DeadlinePage(shown, found.Count > pageSize ? new DeadlineCursor(shown[^1].Line.DueOn, shown[^1].Line.Id) : null);
    }

    public Task<int> CountAsync(CaseVisibility visibility, DeadlineFilter filter, DateOnly today, CancellationToken cancellationToken) =>
        Narrow(visibility, filter, today).Take(LedgerQuery.CountLimit + 1).CountAsync(cancellationToken);

    /// <summary>The days that have something, each with its count and its first lines: however much is owed, a month reads no more than it shows.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, DeadlineDay>> DaysAsync(CaseVisibility visibility, DeadlineFilter filter, int perDay, DateOnly today, CancellationToken cancellationToken)
    {
        var lines = Narrow(visibility, filter, today);
        var counts = await lines.GroupBy(owed => owed.Line.DueOn).Select(day => new { On = day.Key, Count = day.Count() }).ToListAsync(cancellationToken);

        // What the law or a promise sets goes before what the bureau set itself. Chosen by their ids: a case's text need not go through the sorting.
        var chosen = await lines.Select(owed => owed.Line.DueOn).Distinct().SelectMany(on => lines.Where(owed => owed.Line.DueOn == on)
                .OrderBy(owed => owed.Line.Nature == DeadlineNature.Statutory ? 0 : owed.Line.Nature == DeadlineNature.Promised ? 1 : 2).ThenBy(owed => owed.Line.Id).Take(perDay).Select(owed => owed.Line.Id))
            .ToListAsync(cancellationToken);
        var first = await Rows(db.Deadlines.AsNoTracking().Where(line => chosen.Contains(line.Id))
            .Join(db.Cases.AsNoTracking(), line => line.CaseId, subject => subject.Id, (line, subject) => new OwedLine { Line = line, Case = subject })).ToListAsync(cancellationToken);
        var byDay = first.ToLookup(row => row.Line.DueOn);
        return counts.ToDictionary(day => day.On, day => new DeadlineDay(day.On, day.Count, [.. byDay[day.On].OrderBy(row => Weight(row.Line)).ThenBy(row => row.Line.Id)]));
    }

    /// <summary>The departments whose open cases he sees.</summary>
    public async Task<IReadOnlyList<Department>> DepartmentsAsync(CaseVisibility visibility, CancellationToken cancellationToken)
    {
        var cases = Open(visibility);
        return await db.Departments.AsNoTracking().Where(department => cases.Any(subject => subject.DepartmentId == department.Id)).OrderBy(department => department.Position).ToListAsync(cancellationToken);
    }

    /// <summary>The handlers of open cases he sees.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> HandlersAsync(CaseVisibility visibility, CancellationToken cancellationToken)
    {
        var cases = Open(visibility);
        var found = await db.Users.Where(person => cases.Any(subject => subject.HandlerId == person.Id)).OrderBy(person => person.DisplayName).Select(person => new { person.Id, person.DisplayName })
            .ToListAsync(cancellationToken);
        return [.. found.Select(person => (person.Id, person.DisplayName))];
    }

    private static int Weight(Deadline line) => line.Nature switch { DeadlineNature.Statutory => 0, DeadlineNature.Promised => 1, _ => 2 };

    private IQueryable<ProposalCase> Open(CaseVisibility visibility) => visibility.Filter(db.Cases.AsNoTracking().Where(subject => subject.ArchivedOn == null && subject.Ending == null));

    private IQueryable<DeadlineRow> Rows(IQueryable<OwedLine> lines) => lines.Select(owed => new DeadlineRow(
        owed.Line,
        owed.Case,
        db.Departments.Where(department => department.Id == owed.Case.DepartmentId).Select(department => department.Name).FirstOrDefault(),
        db.Users.Where(person => person.Id == owed.Case.HandlerId).Select(person => person.DisplayName).FirstOrDefault()));

    private IQueryable<OwedLine> Narrow(CaseVisibility visibility, DeadlineFilter filter, DateOnly today)
    {
        var cases = db.Cases.AsNoTracking();
        if (filter.DepartmentId is { } department)
        {
            cases = cases.Where(subject => subject.DepartmentId == department);
        }

        if (filter.HandlerId is { } handler)
        {
            cases = cases.Where(subject => subject.HandlerId == handler);
        }

        var lines = OwedLines.Open(db.Deadlines.AsNoTracking(), filter.Kind);
        if (filter.From is { } from)
        {
            lines = lines.Where(line => line.DueOn >= from);
        }

        if (filter.To is { } to)
        {
            lines = lines.Where(line => line.DueOn <= to);
        }

        if (filter.Light is { } light)
        {
            lines = OwedLines.Shining(lines, light, today);
        }

        return lines.Join(visibility.Filter(cases), line => line.CaseId, subject => subject.Id, (line, subject) => new OwedLine { Line = line, Case = subject });
    }

    /// <summary>Several promises of one case differ by their words only. Asked for the lines of one page, not for all that are sorted.</summary>
    private async Task<IReadOnlyList<DeadlineRow>> WithWhatAsync(IReadOnlyList<DeadlineRow> rows, CancellationToken cancellationToken)
    {
        var words = new Dictionary<Guid, string>();
        var promises = rows.Select(row => row.Line.CommitmentId).OfType<FollowUp.CommitmentId>().ToList();
        if (promises.Count > 0)
        {
            foreach (var promise in await db.Commitments.Where(known => promises.Contains(known.Id)).Select(known => new { known.Id, known.Text }).ToListAsync(cancellationToken))
            {
                words[promise.Id.Value] = promise.Text;
            }
        }

        if (Subjects(rows, DeadlineKind.Measure) is { Count: > 0 } measures)
        {
            await AddAsync(db.PlanMeasures.Where(known => measures.Contains(known.Id)).Select(known => new Named(known.Id, known.Text)));
        }

        if (Subjects(rows, DeadlineKind.UnitOpinion) is { Count: > 0 } units)
        {
            await AddAsync(db.CaseUnits.Where(known => units.Contains(known.Id)).Select(known => new Named(known.Id, known.Name)));
        }

        var steps = Subjects(rows, DeadlineKind.Step).Select(id => new StepId(id)).ToList();
        if (steps.Count > 0)
        {
            foreach (var step in await db.Steps.Where(known => steps.Contains(known.Id)).Select(known => new { known.Id, known.Name }).ToListAsync(cancellationToken))
            {
                words[step.Id.Value] = step.Name;
            }
        }

        return [.. rows.Select(row => row with { What = (row.Line.CommitmentId?.Value ?? row.Line.SubjectId) is { } id ? words.GetValueOrDefault(id) : null })];

        async Task AddAsync(IQueryable<Named> named)
        {
            foreach (var (id, text) in await named.ToListAsync(cancellationToken))
            {
                words[id] = text;
            }
        }
    }

    private static List<Guid> Subjects(IReadOnlyList<DeadlineRow> rows, DeadlineKind kind) => [.. rows.Where(row => row.Line.Kind == kind).Select(row => row.Line.SubjectId).OfType<Guid>()];

    private sealed class OwedLine
    {
        public required Deadline Line { get; init; }

        public required ProposalCase Case { get; init; }
    }

    private sealed record Named(Guid Id, string Text);
}
