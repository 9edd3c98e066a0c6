using Microsoft.EntityFrameworkCore;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Intake;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>One line of a person's 提醒: the notice, its case, and what it is about.</summary>
public sealed record NoticeRow(Notice Notice, ItemKind ItemKind, string CaseNumber, string Subject)
{
    /// <summary>The date that the rung was raised for; null for what no rung says.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The deadline as it stands now.</summary>
    public Deadline? Line { get; init; }

    /// <summary>Who urged or directed; null where the system reminds.</summary>
    public Guid? ById { get; init; }

    /// <summary>The step that is urged.</summary>
    public Step? Step { get; init; }

    /// <summary>His own words.</summary>
    public string Text { get; init; } = "";

    /// <summary>By when a directing leader wants to hear.</summary>
    public DateOnly? AnswerBy { get; init; }
}

public sealed record NoticePage(IReadOnlyList<NoticeRow> Rows, Guid? Next);

/// <summary>提醒: a person's own notices of the cases that he may still see.</summary>
public sealed class NoticeQuery(ProposalsDbContext db, WriteTurn turn)
{
    /// <summary>The bell is exact up to here.</summary>
    public const int CountLimit = 99;

    /// <param name="visibility">Whose, and what he may see.</param>
    /// <param name="before">Where the page before ended.</param>
    /// <param name="pageSize">The newest of what is left.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<NoticePage> PageAsync(CaseVisibility visibility, Guid? before, int pageSize, CancellationToken cancellationToken)
    {
        var own = Own(visibility);
        if (before is { } last)
            own = own.Where(notice => notice.Id < last);
        var found = await own.Join(visibility.FilterFew(db.Cases), notice => notice.CaseId, subject => subject.Id, (notice, subject) => new { notice, subject.Kind, subject.CaseNumber, subject.Subject })
            .OrderByDescending(found => found.notice.Id).Take(pageSize + 1)
            .Select(found => new NoticeRow(found.notice, found.Kind, found.CaseNumber, found.Subject)).ToListAsync(cancellationToken);
        var shown = found.Take(pageSize).ToList();
        return new NoticePage(await WithWordsAsync(shown, cancellationToken), found.Count > pageSize ? shown[^1].Notice.Id : null);
    }

    public Task<int> UnreadAsync(CaseVisibility visibility, CancellationToken cancellationToken) =>
        Seen(Own(visibility).Where(notice => notice.ReadAt == null), visibility).Take(CountLimit + 1).CountAsync(cancellationToken);

    /// <summary>Outside every act: that somebody has read changes no case.</summary>
    /// <param name="visibility">Whose.</param>
    /// <param name="newest">What came after it was not in sight yet.</param>
    /// <param name="oldest">Null for all before it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Nothing is marked.</param>
    public async Task MarkReadAsync(CaseVisibility visibility, Guid newest, Guid? oldest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unread = Own(visibility).Where(notice => notice.ReadAt == null && notice.Id <= newest);
        if (oldest is { } first)
            unread = unread.Where(notice => notice.Id >= first);
        using var taken = await turn.TakeAsync(cancellationToken);
        await Seen(unread, visibility).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), cancellationToken);
    }

    private IQueryable<Notice> Own(CaseVisibility visibility)
    {
        var me = visibility.PersonId;
        return db.Notices.AsNoTracking().Where(notice => notice.PersonId == me);
    }

    private IQueryable<Notice> Seen(IQueryable<Notice> notices, CaseVisibility visibility)
    {
        var seen = visibility.FilterFew(db.Cases);
        return notices.Where(notice => seen.Any(subject => subject.Id == notice.CaseId));
    }

    /// <summary>What a page of notices is about: few rows, each kind with one question.</summary>
    private async Task<IReadOnlyList<NoticeRow>> WithWordsAsync(List<NoticeRow> rows, CancellationToken cancellationToken)
    {
        var rungIds = rows.Select(row => row.Notice.RungId).OfType<Guid>().Distinct().ToList();
        var urgingIds = rows.Select(row => row.Notice.UrgingId).OfType<Guid>().Distinct().ToList();
        var orderIds = rows.Where(row => row.Notice.Kind == NoticeKind.Directed).Select(row => row.Notice.RungId).OfType<Guid>().Distinct().ToList();
        var rungs = rungIds.Count == 0 ? [] : await db.Rungs.AsNoTracking().Where(rung => rungIds.Contains(rung.Id))
            .Join(db.Deadlines.AsNoTracking(), rung => rung.DeadlineId, line => line.Id, (rung, line) => new { rung.Id, rung.DueOn, Line = line }).ToDictionaryAsync(rung => rung.Id, cancellationToken);
        var orders = orderIds.Count == 0 ? [] : await db.SupervisionOrders.AsNoTracking().Where(order => orderIds.Contains(order.Id)).ToDictionaryAsync(order => order.Id, cancellationToken);
        var urgings = urgingIds.Count == 0 ? [] : await db.Urgings.AsNoTracking().Where(urging => urgingIds.Contains(urging.Id)).ToDictionaryAsync(urging => urging.Id, cancellationToken);
        var stepIds = urgings.Values.Select(urging => urging.StepId).OfType<StepId>().Distinct().ToList();
        var steps = stepIds.Count == 0 ? [] : await db.Steps.AsNoTracking().Where(step => stepIds.Contains(step.Id)).ToDictionaryAsync(step => step.Id, cancellationToken);
        return [.. rows.Select(With)];

        NoticeRow With(NoticeRow row)
        {
            var rung = row.Notice.RungId is { } rungId ? rungs.GetValueOrDefault(rungId) : null;
            var order = row.Notice is { Kind: NoticeKind.Directed, RungId: { } orderId } ? orders.GetValueOrDefault(orderId) : null;
            var urging = row.Notice.UrgingId is { } urgingId ? urgings.GetValueOrDefault(urgingId) : null;
            return row with
            {
                DueOn = rung?.DueOn,
                Line = rung?.Line,
                ById = order?.DirectedById ?? urging?.ById,
                Step = urging?.StepId is { } stepId ? steps.GetValueOrDefault(stepId) : null,
                Text = order?.Direction ?? urging?.Text ?? "",
                AnswerBy = order?.AnswerBy,
            };
        }
    }
}
