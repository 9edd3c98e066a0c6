using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Proposals.Deadlines;
using Proposals.Persistence;
using Proposals.Timers;
using Proposals.Web.Live;
using Proposals.Web.Operations;
using Proposals.Web.Timers;

namespace Proposals.Tests.Persistence;

/// <summary>The database is away for a while: whatever runs in the background waits for it, and the process stays.</summary>
public sealed class OutageTests
{
    private const string Nobody = "Host=127.0.0.1;Port=1;Database=proposals;Timeout=5";

    [Fact]
    public async Task What_runs_in_the_background_outlives_a_database_that_is_away()
    {
        await using var services = new ServiceCollection().AddLogging().AddProposals(Nobody).BuildServiceProvider();
        var scopes = services.GetRequiredService<IServiceScopeFactory>();
        var sweep = services.GetRequiredService<TimerSweep>();
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => sweep.RunAsync(TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken));
        Assert.True(WriteConflict.IsOfTheStore(failure));

        using var clock = new TimerClock(scopes, sweep, services.GetRequiredService<Redating>(), new LastRuns(), TimeProvider.System, Options.Create(new TimerOptions()), NullLogger<TimerClock>.Instance);
        await clock.SweepAsync(TestContext.Current.CancellationToken);
        using var delivery = new OutboxDelivery(scopes, new LiveBell(), new LastRuns(), TimeProvider.System, NullLogger<OutboxDelivery>.Instance);
        await delivery.SendAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Only_a_failure_of_the_store_counts_as_one()
    {
        Assert.True(WriteConflict.IsOfTheStore(new NpgsqlException()));
        Assert.True(WriteConflict.IsOfTheStore(new InvalidOperationException("transient", new AggregateException(new NpgsqlException()))));
        Assert.False(WriteConflict.IsOfTheStore(new InvalidOperationException("a bug", new FormatException())));
    }
}
