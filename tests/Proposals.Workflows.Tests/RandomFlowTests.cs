using FsCheck;
using FsCheck.Fluent;

namespace Proposals.Workflows.Tests;

public sealed class RandomFlowTests(ITestOutputHelper output)
{
    /// <summary>Other drawings: PROPOSALS_FLOW_SEED.</summary>
    private static readonly ulong firstSeed = ulong.TryParse(Environment.GetEnvironmentVariable("PROPOSALS_FLOW_SEED"), out var seed) ? seed : 20260331;

    /// <summary>Whatever is drawn and whatever is answered: no exception, no lost token, an end or somebody who waits, and the same again when played again.</summary>
    [Fact]
    public void Any_drawing_runs_to_its_end_or_waits_and_can_be_played_again()
    {
        var count = Soak.Count(1000);
        int loaded = 0, loopAndJoin = 0, incidents = 0, finished = 0, busy = 0, counted = 0;
        var property = Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<int>(), (drawing, answers) =>
        {
            var seed = unchecked((drawing * 31) + (answers * 1009) + (loaded++ * 7919));
            var flow = new RandomFlow(seed);
            var walk = Walk(flow, seed, answers);
            loopAndJoin += walk.HasLoopAndMerge ? 1 : 0;
            incidents += walk.HadIncident ? 1 : 0;
            busy += walk.WasBusy ? 1 : 0;
            counted += walk.WasCounted ? 1 : 0;
            finished += walk.IsFinished ? 1 : 0;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count).WithEndSize(1_000_000).WithReplay(firstSeed, 7UL), property);
        var shares = $"random flows: {loaded}, from seed {firstSeed}, tokens counted {100.0 * counted / loaded:F0} %, loop and merge {100.0 * loopAndJoin / loaded:F0} %, incident {100.0 * incidents / loaded:F0} %, finished {100.0 * finished / loaded:F0} %, without end {100.0 * busy / loaded:F0} %";
        output.WriteLine(shares);
        Console.WriteLine(shares);
        Assert.True(loopAndJoin >= loaded * 0.3, shares);
        Assert.True(counted >= loaded * 0.3, shares);
        Assert.True(incidents >= loaded * 0.2, shares);
    }

    /// <summary>What failed can be drawn again from the two numbers.</summary>
    private static RandomFlowWalk Walk(RandomFlow flow, int seed, int answers)
    {
        try
        {
            return new RandomFlowWalk(flow.Json, answers);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"PROPOSALS_FLOW_SEED={firstSeed}: RandomFlow({seed}), RandomFlowWalk({answers}): {failure.Message}\n{flow.Json}", failure);
        }
    }
}
