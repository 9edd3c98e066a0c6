using Microsoft.EntityFrameworkCore;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <param name="Until">Until then nobody else tries it; by it the row is known again.</param>
/// <param name="Letter">Null where it is not worth sending any more.</param>
public sealed record ClaimedPost(Guid MessageId, NoticeChannel Channel, int Attempt, DateTimeOffset Until, NoticeLetter? Letter);

/// <summary>The posts of a channel: taken before they are tried, so that two processes do not send the same at the same moment. Who dies in between leaves his post to be tried again: at least once.</summary>
public sealed class NoticePosting(ProposalsDbContext db, WriteTurn turn)
{
    public const int MostAttempts = 8;

    /// <summary>More would not be read; the text says how many there are besides.</summary>
    private const int MostLines = 100;

    /// <summary>Longer than any try lasts.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Beyond all attempts: only a channel that was switched off for days leaves one behind.</summary>
    private static readonly TimeSpan TooLate = TimeSpan.FromDays(3);

    /// <summary>After each failed attempt; the last one stays.</summary>
    private static readonly int[] MinutesToWait = [1, 5, 15, 60, 240];

    public async Task<ClaimedPost?> ClaimAsync(NoticeChannel channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        now = UtcMomentConverter.AsStored(now);
        while (await NextAsync(channel, now, cancellationToken) is { } next)
        {
            var (attempt, until) = (next.Attempts + 1, now + Lease);
            var taken = await UpdateAsync(next.MessageId, channel, next.NextTryAt, set => set.SetProperty(post => post.NextTryAt, until).SetProperty(post => post.Attempts, attempt), cancellationToken);
            if (taken)
                return new ClaimedPost(next.MessageId, channel, attempt, until, await LetterAsync(next.MessageId, now, cancellationToken));
        }

        return null;
    }

    public Task SettleAsync(ClaimedPost post, Delivery delivery, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var error = Lengths.Fitting(delivery.Error ?? "", Lengths.Subject);
        if (delivery.Error is null)
            return UpdateAsync(post.MessageId, post.Channel, post.Until, set => set.SetProperty(row => row.State, PostState.Sent).SetProperty(row => row.EndedAt, now).SetProperty(row => row.LastError, error), cancellationToken);
        if (delivery.IsHopeless || post.Attempt >= MostAttempts)
            return UpdateAsync(post.MessageId, post.Channel, post.Until, set => set.SetProperty(row => row.State, PostState.GivenUp).SetProperty(row => row.EndedAt, now).SetProperty(row => row.LastError, error), cancellationToken);
        var next = now.AddMinutes(MinutesToWait[Math.Min(post.Attempt, MinutesToWait.Length) - 1]);
        return UpdateAsync(post.MessageId, post.Channel, post.Until, set => set.SetProperty(row => row.NextTryAt, next).SetProperty(row => row.LastError, error), cancellationToken);
    }

    private Task<NoticePost?> NextAsync(NoticeChannel channel, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.NoticePosts.AsNoTracking().Where(post => post.State == PostState.Waiting && post.Channel == channel && post.NextTryAt <= now)
            .OrderBy(post => post.NextTryAt).ThenBy(post => post.MessageId).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Only as it was seen: whoever came first has moved it on.</summary>
    private async Task<bool> UpdateAsync(Guid messageId, NoticeChannel channel, DateTimeOffset seen, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<NoticePost>> set, CancellationToken cancellationToken)
    {
        using var taken = await turn.TakeAsync(cancellationToken);
        return await db.NoticePosts.Where(post => post.MessageId == messageId && post.Channel == channel && post.State == PostState.Waiting && post.NextTryAt == seen)
            .ExecuteUpdateAsync(set, cancellationToken) == 1;
    }

    private async Task<NoticeLetter?> LetterAsync(Guid messageId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var message = await db.NoticeMessages.AsNoTracking().SingleAsync(known => known.Id == messageId, cancellationToken);
        var reader = await db.Users.AsNoTracking().SingleAsync(person => person.Id == message.PersonId, cancellationToken);
        if (reader.IsDisabled || message.CreatedAt < now - TooLate)
            return null;
        var notices = db.Notices.Where(notice => notice.MessageId == messageId);
        var count = await notices.CountAsync(cancellationToken);
        return new NoticeLetter(
            message.Id,
            message.CreatedAt,
            message.Day,
            message.IsUrgent,
            new LetterReader(reader.UserName ?? "", reader.DisplayName, reader.PhoneNumber ?? "", reader.Email ?? ""),
            await LinesAsync(notices.OrderBy(notice => notice.Id).Take(MostLines), cancellationToken),
            Math.Max(0, count - MostLines));
    }

    private async Task<IReadOnlyList<LetterLine>> LinesAsync(IQueryable<Notice> notices, CancellationToken cancellationToken)
    {
        var rows = from notice in notices
                   join subject in db.Cases on notice.CaseId equals subject.Id
                   join rung in db.Rungs on notice.RungId equals rung.Id into rungs
                   from rung in rungs.DefaultIfEmpty()
                   join deadline in db.Deadlines on rung.DeadlineId equals deadline.Id into deadlines
                   from deadline in deadlines.DefaultIfEmpty()
                   join urging in db.Urgings on notice.UrgingId equals urging.Id into urgings
                   from urging in urgings.DefaultIfEmpty()
                   join step in db.Steps on urging.StepId equals step.Id into steps
                   from step in steps.DefaultIfEmpty()
                   orderby notice.Id
                   select new
                   {
                       notice.Kind,
                       CaseId = subject.Id,
                       ItemKind = subject.Kind,
                       subject.CaseNumber,
                       Deadline = (DeadlineKind?)deadline.Kind,
                       RungDueOn = (DateOnly?)rung.DueOn,
                       Step = step.Name,
                       StepDueOn = step.DueOn,
                       By = db.Users.Where(person => person.Id == urging.ById).Select(person => person.DisplayName).FirstOrDefault(),
                   };
        return [.. (await rows.ToListAsync(cancellationToken)).Select(row => new LetterLine(row.Kind, row.CaseId, row.ItemKind, row.CaseNumber)
        {
            Deadline = row.Deadline,
            DueOn = row.RungDueOn ?? row.StepDueOn,
            Step = row.Step,
            By = row.By,
        })];
    }
}
