using Microsoft.EntityFrameworkCore;
using Proposals.Acts;

namespace Proposals.People;

/// <summary>日历订阅: each person's own to turn on and off. The entries say that it was done, and keep nothing of the secret.</summary>
public sealed partial class PeopleActs
{
    /// <summary>Turned on once more, it has the newer link: whoever lost the first answer needs one.</summary>
    public Task<Refusal?> EnableCalendarFeedAsync(Guid personId, string secretHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        OnPersonAsync(personId, "EnableCalendarFeed", personId, [], now, async _ =>
        {
            if (await FeedAsync(personId, cancellationToken) is { } feed)
            {
                (feed.SecretHash, feed.CreatedAt) = (secretHash, now);
            }
            else
            {
                db.CalendarFeeds.Add(new CalendarFeed { PersonId = personId, SecretHash = secretHash, CreatedAt = now });
            }

            return null;
        }, cancellationToken);

    public Task<Refusal?> ChangeCalendarFeedAsync(Guid personId, string secretHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        OnPersonAsync(personId, "ChangeCalendarFeed", personId, [], now, async _ =>
        {
            if (await FeedAsync(personId, cancellationToken) is not { } feed)
            {
                return PeopleRefusals.NoCalendarFeed;
            }

            (feed.SecretHash, feed.CreatedAt) = (secretHash, now);
            return null;
        }, cancellationToken);

    public Task<Refusal?> DisableCalendarFeedAsync(Guid personId, DateTimeOffset now, CancellationToken cancellationToken) =>
        OnPersonAsync(personId, "DisableCalendarFeed", personId, [], now, async _ =>
        {
            if (await FeedAsync(personId, cancellationToken) is not { } feed)
            {
                return PeopleRefusals.NoCalendarFeed;
            }

            db.CalendarFeeds.Remove(feed);
            return null;
        }, cancellationToken);

    private Task<CalendarFeed?> FeedAsync(Guid personId, CancellationToken cancellationToken) => db.CalendarFeeds.FirstOrDefaultAsync(feed => feed.PersonId == personId, cancellationToken);
}
