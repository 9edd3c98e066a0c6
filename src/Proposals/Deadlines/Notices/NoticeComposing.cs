using Microsoft.EntityFrameworkCore;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <param name="Composed">Messages of the batch.</param>
/// <param name="Next">Where the next batch goes on; null where nothing is left, or another process was at it.</param>
public sealed record ComposedBatch(int Composed, Guid? Next);

/// <summary>Makes messages of what people were told and have not read yet: red alone and at once, the rest gathered once a day.</summary>
/// <remarks>Nobody is flooded when a channel is configured late or was away: what is older than a month never leaves, and a red one that is no news any more goes with the day's message.</remarks>
public sealed class NoticeComposing(ProposalsDbContext db, WriteTurn turn)
{
    private const int Letters = 200;
    private const int People = 50;

    private static readonly TimeSpan TooOld = TimeSpan.FromDays(30);
    private static readonly TimeSpan News = TimeSpan.FromDays(1);

    /// <summary>A sweep tells in several transactions: the day's only message must not leave between two of them.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    /// <summary>Each red one by itself.</summary>
    public async Task<ComposedBatch> AloneAsync(IReadOnlyList<NoticeChannel> channels, DateTimeOffset now, Guid? after, CancellationToken cancellationToken)
    {
        var from = after ?? TimedId.Before(now - News);
        var red = await Urgent(now).Where(notice => notice.Id > from).OrderBy(notice => notice.Id).Take(Letters).Select(notice => new { notice.Id, notice.PersonId }).ToListAsync(cancellationToken);
        if (red.Count == 0)
            return new ComposedBatch(0, null);
        var composed = await TogetherAsync(async () =>
        {
            var count = 0;
            foreach (var notice in red)
            {
                var message = Message(notice.PersonId, now, isUrgent: true, channels);
                count += await ClaimAsync(db.Notices.Where(known => known.Id == notice.Id && known.MessageId == null), message, cancellationToken);
            }

            return count;
        }, cancellationToken);
        return new ComposedBatch(composed ?? 0, composed is null || red.Count < Letters ? null : red[^1].Id);
    }

    /// <summary>One message for each person who has had none today.</summary>
    public async Task<ComposedBatch> GatheredAsync(IReadOnlyList<NoticeChannel> channels, DateTimeOffset now, Guid? after, CancellationToken cancellationToken)
    {
        var (today, from, rested, oldest) = (OfficeClock.Day(now), after ?? Guid.Empty, now - Rest, TimedId.Before(now - TooOld));
        var people = await Daily(now).Where(notice => notice.Id > oldest && notice.CreatedAt <= rested && notice.PersonId > from)
            .Where(notice => !db.NoticeMessages.Any(message => message.PersonId == notice.PersonId && message.Day == today && !message.IsUrgent))
            .Select(notice => notice.PersonId).Distinct().OrderBy(person => person).Take(People).ToListAsync(cancellationToken);
        if (people.Count == 0)
            return new ComposedBatch(0, null);
        var composed = await TogetherAsync(async () =>
        {
            var count = 0;
            foreach (var person in people)
            {
                var message = Message(person, now, isUrgent: false, channels);
                count += await ClaimAsync(Daily(now).Where(notice => notice.PersonId == person && notice.Id > oldest), message, cancellationToken);
            }

            return count;
        }, cancellationToken);
        return new ComposedBatch(composed ?? 0, composed is null || people.Count < People ? null : people[^1]);
    }

    /// <summary>Not told to people who have left; and what was read here need not be told outside.</summary>
    private IQueryable<Notice> Open() =>
        db.Notices.Where(notice => notice.MessageId == null && notice.ReadAt == null && db.Users.Any(person => person.Id == notice.PersonId && !person.IsDisabled));

    private IQueryable<Notice> Urgent(DateTimeOffset now)
    {
        var since = now - News;
        return Open().Where(notice => (notice.Kind == NoticeKind.Red || notice.Kind == NoticeKind.Directed) && notice.CreatedAt > since);
    }

    private IQueryable<Notice> Daily(DateTimeOffset now)
    {
        var (since, oldest) = (now - News, now - TooOld);
        return Open().Where(notice => notice.CreatedAt > oldest && ((notice.Kind != NoticeKind.Red && notice.Kind != NoticeKind.Directed) || notice.CreatedAt <= since));
    }

    private static NoticeMessage Message(Guid person, DateTimeOffset now, bool isUrgent, IReadOnlyList<NoticeChannel> channels)
    {
        var message = new NoticeMessage { Id = TimedId.At(now), PersonId = person, Day = OfficeClock.Day(now), IsUrgent = isUrgent, CreatedAt = now };
        message.Posts.AddRange(channels.Select(channel => new NoticePost { MessageId = message.Id, Channel = channel, NextTryAt = now }));
        return message;
    }

    /// <summary>The notices are taken first, by a statement that finds only what nobody has taken: who finds none composes nothing.</summary>
    private async Task<int> ClaimAsync(IQueryable<Notice> notices, NoticeMessage message, CancellationToken cancellationToken)
    {
        if (await notices.ExecuteUpdateAsync(set => set.SetProperty(notice => notice.MessageId, message.Id), cancellationToken) == 0)
            return 0;
        db.NoticeMessages.Add(message);
        await db.SaveChangesAsync(cancellationToken);
        return 1;
    }

    /// <returns>Null where another process composed the same at this moment: its messages stand, and ours were never made.</returns>
    private async Task<int?> TogetherAsync(Func<Task<int>> compose, CancellationToken cancellationToken)
    {
        try
        {
            using var taken = await turn.TakeAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var count = await compose();
            await transaction.CommitAsync(cancellationToken);
            return count;
        }
        catch (Exception lost) when (WriteConflict.Names(lost) is Conflict.Duplicate or Conflict.Busy)
        {
            return null;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
