using Proposals.Designer.Gate;
using Proposals.Deadlines;
using Proposals.Inbox;
using Proposals.Workflows.Definitions;

namespace Proposals.Tests.Designer.Gate;

/// <summary>The gate's word against what comes of trying everything.</summary>
[Trait("Asks", "NoDatabase")]
public sealed class GateAgainstBruteForceTests(ITestOutputHelper output)
{
    private const string Busy = "loop.busy";
    private const string TooLarge = "flow.too-large";

    private static readonly int firstSeed = int.TryParse(Environment.GetEnvironmentVariable("PROPOSALS_GATE_SEED"), out var seed) ? seed : 20260302;

    /// <summary>Every verdict the same, rule by rule; and enough of each kind among them to mean something.</summary>
    [Fact]
    public void Gate_and_brute_force_agree_on_random_definitions()
    {
        var count = Soak.Count(400);
        var rules = PublishGate.RulesOf("random", RuleBook.Shipped, GateTests.Today);
        var broken = rules.Select(rule => rule.Code).Append(TooLarge).ToDictionary(code => code, _ => 0);
        int proved = 0, refused = 0, unread = 0;
        for (var seed = firstSeed; proved + refused < count; seed++)
        {
            var random = new RandomDrawing(seed);
            if (BruteForce.Try(random) is not { } tried)
            {
                unread++;
                continue;
            }

            var json = random.Drawing.Json();
            var found = PublishGate.Prove(json, StepCatalogue.Activities, null, rules).Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Code).ToHashSet();
            foreach (var code in found)
                broken[code]++;
            _ = found.Count == 0 ? proved++ : refused++;
            Assert.True(Agree(found, tried.Broken), $"seed {seed}: gate {string.Join(", ", found.Order())}; tried {string.Join(", ", tried.Broken)}\n{json}");
        }

        output.WriteLine($"random definitions: {count}, proved {100.0 * proved / count:F0} %, refused {100.0 * refused / count:F0} %, unread {unread}; " + string.Join(", ", broken.Select(rule => $"{rule.Key} {rule.Value}")));
        Assert.True(proved >= count / 5 && refused >= count / 5, $"proved {proved}, refused {refused}");
        Assert.DoesNotContain(broken.Where(rule => rule.Key is not ("step.mute" or TooLarge)), rule => rule.Value * 100 < count);
    }
    /// <summary>Where a loop never waits the gate looks no further, and what is too large it refuses as a whole; everything else it names one by one.</summary>
    private static bool Agree(HashSet<string> found, SortedSet<string> tried) =>
        found.Contains(TooLarge) || (found.Contains(Busy) || tried.Contains(Busy) ? found.Contains(Busy) == tried.Contains(Busy) : tried.SetEquals(found));
}
