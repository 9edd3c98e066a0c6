using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.FollowUp;

/// <summary>How far a promise is, as people ask for it.</summary>
public enum CommitmentStage
{
    /// <summary>Neither cleared nor failed.</summary>
    Open,

    /// <summary>Its day is past, and nobody has reported it kept.</summary>
    Overdue,

    /// <summary>Reported kept; the office has to look.</summary>
    Reported,

    Cleared,
    Failed,
}

/// <summary>What the list of promises is asked for; all of it runs in the database.</summary>
public sealed record CommitmentFilter
{
    public int? Year { get; init; }

    public DepartmentId? DepartmentId { get; init; }

    public CommitmentStage? Stage { get; init; }

    public Light? Light { get; init; }

    public CommitmentCursor? After { get; init; }

    public int PageSize { get; init; } = 50;
}

/// <summary>Where the next page begins; written as text into the address.</summary>
public readonly record struct CommitmentCursor(bool IsSettled, bool IsKey, DateOnly DueOn, CommitmentId Id)
{
    public static CommitmentCursor? Parse(string? text) =>
        text?.Split('_') is [var settled, var key, var day, var id] && DateOnly.TryParseExact(day, "yyyyMMdd", out var dueOn) && CommitmentId.TryParse(id, null, out var commitment)
            ? new CommitmentCursor(settled == "1", key == "1", dueOn, commitment)
            : null;

    public override string ToString() => $"{(IsSettled ? 1 : 0)}_{(IsKey ? 1 : 0)}_{DueOn:yyyyMMdd}_{Id}";
}

/// <param name="Line">Its date while it is owed; null once it is reported, cleared or failed.</param>
public sealed record CommitmentRow(Commitment Commitment, ProposalCase Case, Deadline? Line, string? Department, string? Responsible, string? LastWord);

public sealed record CommitmentPage(IReadOnlyList<CommitmentRow> Rows, CommitmentCursor? Next);

/// <summary>承诺事项 over all cases: what delivered replies promised; what is settled comes last, before it key items first, then what is due soonest.</summary>
public sealed class CommitmentQuery(ProposalsDbContext db)
{
    public async Task<CommitmentPage> PageAsync(CaseVisibility visibility, CommitmentFilter filter, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = Narrow(visibility, filter, today);
        if (filter.After is var (isSettled, isKey, dueOn, id))
        {
            rows = rows.Where(row => (!isSettled && row.IsSettled)
                || (row.IsSettled == isSettled && ((row.Case.IsKey == isKey && (row.Commitment.DueOn > dueOn || (row.Commitment.DueOn == dueOn && row.Commitment.Id > id)))
                    || (isKey && !row.Case.IsKey))));
        }

        var found = await rows.OrderBy(row => row.IsSettled).ThenByDescending(row => row.Case.IsKey).ThenBy(row => row.Commitment.DueOn).ThenBy(row => row.Commitment.Id).Take(filter.PageSize + 1)
            .Select(row => new CommitmentRow(
                row.Commitment,
                row.Case,
                db.Deadlines.FirstOrDefault(line => line.CommitmentId == row.Commitment.Id && line.MetOn == null && line.DroppedOn == null),
                db.Departments.Where(department => department.Id == (row.Commitment.DepartmentId ?? row.Case.DepartmentId)).Select(department => department.Name).FirstOrDefault(),
                db.Users.Where(person => person.Id == row.Commitment.ResponsibleId).Select(person => person.DisplayName).FirstOrDefault(),
                db.CommitmentProgress.Where(line => line.CommitmentId == row.Commitment.Id).OrderByDescending(line => line.Id).Select(line => line.Text).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var shown = found.Take(filter.PageSize).ToList();
        return new CommitmentPage(shown, found.Count > filter.PageSize ? new CommitmentCursor(shown[^1].Commitment.State is CommitmentState.Kept or CommitmentState.Failed, shown[^1].Case.IsKey, shown[^1].Commitment.DueOn, shown[^1].Commitment.Id) : null);
    }

    public Task<int> CountAsync(CaseVisibility visibility, CommitmentFilter filter, DateOnly today, CancellationToken cancellationToken) =>
        Narrow(visibility, filter, today).Take(LedgerQuery.CountLimit + 1).CountAsync(cancellationToken);

    private IQueryable<Joined> Narrow(CaseVisibility visibility, CommitmentFilter filter, DateOnly today)
    {
        var rows = from commitment in db.Commitments.AsNoTracking()
                   join subject in visibility.Filter(db.Cases.AsNoTracking()) on commitment.CaseId equals subject.Id
                   where subject.Ending == null && db.Replies.Any(reply => reply.Id == commitment.ReplyId && reply.DeliveredOn != null)
                   select new Joined { Commitment = commitment, Case = subject, IsSettled = commitment.State == CommitmentState.Kept || commitment.State == CommitmentState.Failed };
        if (filter.Year is { } year)
        {
            rows = rows.Where(row => row.Case.HandlingYear == year);
        }

        if (filter.DepartmentId is { } department)
        {
            rows = rows.Where(row => (row.Commitment.DepartmentId ?? row.Case.DepartmentId) == department);
        }

        rows = filter.Stage switch
        {
            CommitmentStage.Open => rows.Where(row => row.Commitment.State == CommitmentState.NotStarted || row.Commitment.State == CommitmentState.InProgress),
            CommitmentStage.Overdue => rows.Where(row => (row.Commitment.State == CommitmentState.NotStarted || row.Commitment.State == CommitmentState.InProgress)
                && row.Commitment.ReportedOn == null && row.Commitment.DueOn < today),
            CommitmentStage.Reported => rows.Where(row => row.Commitment.State == CommitmentState.InProgress && row.Commitment.ReportedOn != null),
            CommitmentStage.Cleared => rows.Where(row => row.Commitment.State == CommitmentState.Kept),
            CommitmentStage.Failed => rows.Where(row => row.Commitment.State == CommitmentState.Failed),
            _ => rows,
        };
        return filter.Light is { } light ? Shining(rows, light, today) : rows;
    }

    private IQueryable<Joined> Shining(IQueryable<Joined> rows, Light light, DateOnly today)
    {
        var owed = db.Deadlines.Where(line => line.CommitmentId != null && line.MetOn == null && line.DroppedOn == null);
        if (light == Light.Off)
        {
            return rows.Where(row => !owed.Any(line => line.CommitmentId == row.Commitment.Id));
        }

        var shining = light switch
        {
            Light.Red => owed.Where(line => line.DueOn < today),
            Light.Yellow => owed.Where(line => line.DueOn >= today && line.YellowFrom <= today),
            Light.Blue => owed.Where(line => line.DueOn >= today && (line.YellowFrom == null || line.YellowFrom > today) && line.BlueFrom <= today),
            _ => owed.Where(line => line.DueOn >= today && (line.YellowFrom == null || line.YellowFrom > today) && (line.BlueFrom == null || line.BlueFrom > today)),
        };
        return rows.Where(row => shining.Any(line => line.CommitmentId == row.Commitment.Id));
    }

    private sealed class Joined
    {
        public required Commitment Commitment { get; init; }

        public required ProposalCase Case { get; init; }

        public required bool IsSettled { get; init; }
    }
}
