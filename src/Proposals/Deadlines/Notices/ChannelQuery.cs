using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <param name="GivenUp">In the last seven days.</param>
/// <param name="LastError">Of the last that was given up in them.</param>
public sealed record ChannelStanding(NoticeChannel Channel, DateTimeOffset? LastSentAt, int Waiting, int GivenUp, string? LastError);

/// <summary>How the ways out of the house stand, for whoever looks after them.</summary>
public sealed class ChannelQuery(ProposalsDbContext db)
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public async Task<ChannelStanding> ReadAsync(NoticeChannel channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Lately;
        var posts = db.NoticePosts.Where(post => post.Channel == channel);
        var givenUp = posts.Where(post => post.State == PostState.GivenUp && post.EndedAt > since);
        return new ChannelStanding(
            channel,
            await posts.Where(post => post.State == PostState.Sent).MaxAsync(post => post.EndedAt, cancellationToken),
            await posts.Where(post => post.State == PostState.Waiting).Take(LedgerQuery.CountLimit + 1).CountAsync(cancellationToken),
            await givenUp.Take(LedgerQuery.CountLimit + 1).CountAsync(cancellationToken),
            await givenUp.OrderByDescending(post => post.EndedAt).Select(post => post.LastError).FirstOrDefaultAsync(cancellationToken));
    }
}
