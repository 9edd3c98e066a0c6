using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Proposals.Deadlines;

/// <param name="Sent">Taken by the other side.</param>
/// <param name="Failed">To be tried again, or given up.</param>
public sealed record DispatchResult(int Sent, int Failed);

/// <summary>Lets notices leave the house by the ways that the installation has; where it has none nothing is composed. Any number of processes may do it at once.</summary>
public sealed partial class NoticeDispatch(IServiceScopeFactory scopes, IEnumerable<INoticeWay> ways, OfficeRules rules, ILogger<NoticeDispatch> logger)
{
    /// <summary>Of one call, which ends well before what it took is anybody's again.</summary>
    public const int Batch = 10;

    /// <summary>A channel that fails so often in a row is away: the others of its posts need not find that out one by one.</summary>
    private const int MostFailures = 3;

    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(20);

    public IReadOnlyList<NoticeChannel> Channels { get; } = [.. ways.Select(way => way.Channel)];

    /// <summary>Nobody is told anything before the hour that the rules name, on whatever day.</summary>
    /// <returns>How many messages were made.</returns>
    public async Task<int> ComposeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Channels.Count == 0 || now < OfficeClock.At(OfficeClock.Day(now), rules.InForceOn(OfficeClock.Day(now)).Profile.Ladder.From))
            return 0;
        return await AllAsync((composing, after) => composing.AloneAsync(Channels, now, after, cancellationToken))
            + await AllAsync((composing, after) => composing.GatheredAsync(Channels, now, after, cancellationToken));
    }

    /// <summary>Tries some of what is due on one channel.</summary>
    public async Task<DispatchResult> SendAsync(NoticeChannel channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var way = ways.Single(known => known.Channel == channel);
        var (sent, failed, inARow) = (0, 0, 0);
        while (sent + failed < Batch && inARow < MostFailures)
        {
            await using var scope = scopes.CreateAsyncScope();
            var posting = scope.ServiceProvider.GetRequiredService<NoticePosting>();
            if (await posting.ClaimAsync(channel, now, cancellationToken) is not { } post)
                break;
            var delivery = post.Letter is { } letter ? await TryAsync(way, letter, cancellationToken) : new Delivery("too-late", IsHopeless: true);
            await posting.SettleAsync(post, delivery, now, cancellationToken);
            sent += delivery.Error is null ? 1 : 0;
            failed += delivery.Error is null ? 0 : 1;
            inARow = delivery is { Error: not null, IsHopeless: false } ? inARow + 1 : 0;
            if (delivery is { Error: { } error, IsHopeless: false })
                Log.Failed(logger, channel, post.MessageId, post.Attempt, error);
        }

        return new DispatchResult(sent, failed);
    }

    private static async Task<Delivery> TryAsync(INoticeWay way, NoticeLetter letter, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestTry);
        try
        {
            return await way.SendAsync(letter, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Delivery("no answer in time");
        }
    }

    private async Task<int> AllAsync(Func<NoticeComposing, Guid?, Task<ComposedBatch>> compose)
    {
        var composed = 0;
        Guid? after = null;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            var batch = await compose(scope.ServiceProvider.GetRequiredService<NoticeComposing>(), after);
            composed += batch.Composed;
            after = batch.Next;
        }
        while (after is not null);
        return composed;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Channel {Channel} did not take message {MessageId} at attempt {Attempt}: {Error}.")]
        public static partial void Failed(ILogger logger, NoticeChannel channel, Guid messageId, int attempt, string error);
    }
}
