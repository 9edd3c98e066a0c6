using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Tests;

public sealed class RandomWalkTests
{
    /// <summary>Whatever people answer, a case waits for somebody or is finished, and the same answers give the same text.</summary>
    [Fact]
    public void Handling_never_gets_stuck_and_never_differs()
    {
        var answers = ArbMap.Default.ArbFor<byte[]>();
        var property = Prop.ForAll(answers, bytes =>
        {
            var (scene, ended) = Walk(bytes);
            var (again, _) = Walk(bytes);
            return StateWriter.Write(StateReader.Read(Drawings.Handling, scene.State)) == scene.State && scene.State == again.State && ended == (scene.Status == "Finished") && scene.Fault is null;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Soak.Count(500)).WithEndSize(120), property);
    }

    private static (Scene Scene, bool Ended) Walk(byte[] bytes)
    {
        var scene = HandlingTests.Ready();
        foreach (var choice in bytes)
        {
            scene.Facts["consultations"] = choice % 3;
            scene.Facts["principalSigns"] = choice % 2 == 0;
            scene.Facts["result"] = choice % 5 == 0 ? "NeedsFollowUp" : "Done";
            if (scene.Open.Count != 1)
                throw new InvalidOperationException($"{scene.Open.Count} steps are open: {scene.State}");
            var step = scene.Open[0];
            var ports = Drawings.Handling.Activities.Single(activity => activity.Id == step.ActivityId).Ports;
            scene.Answer(step.ActivityId, ports[choice % ports.Count].Name, choice % 4 == 0 ? new JsonObject { ["b"] = choice, ["a"] = "意见" } : null);
            if (scene.Status == "Finished")
                return (scene, scene.Open.Count == 0);
        }

        return (scene, false);
    }
}
