using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Proof;

/// <summary>What every workflow must keep, whatever it is about.</summary>
public static class FlowRules
{
    public static ProofRule EverythingReached { get; } = new Reached();

    public static ProofRule EveryPortWired { get; } = new Wired();

    public static ProofRule NoLoopWithoutWaiting { get; } = new Unhurried();

    public static ProofRule NoDeadlock { get; } = new Alive();

    public static ProofRule AlwaysAWayToTheEnd { get; } = new Ending();

    public static IReadOnlyList<ProofRule> All { get; } = [EverythingReached, EveryPortWired, NoLoopWithoutWaiting, NoDeadlock, AlwaysAWayToTheEnd];

    private static string Named(ActivityNode node) => $"“{node.Activity.DisplayText}”（{FlowProof.OnCanvas(node)}）";

    private static string NamedInEnglish(ActivityNode node) => $"\"{node.Activity.DisplayText}\" ({FlowProof.OnCanvas(node)})";

    /// <summary>Everything that is drawn can be come to.</summary>
    private sealed class Reached : ProofRule
    {
        public override string Code => "activity.unreachable";

        public override IEnumerable<Problem> Check(FlowProof proof)
        {
            var met = proof.Met;
            return from graph in proof.Graphs()
                   let reached = graph.Start is { } start ? graph.ReachableFrom(start) : null
                   from node in graph.Nodes
                   where reached is not null
                   let isCutOff = !reached[node.Index]
                   where isCutOff || met?.Contains(node) == false
                   select new Problem(Code, FlowProof.OnCanvas(node), isCutOff ? CutOff(node) : Idle(node));
        }

        private static BilingualProblem CutOff(ActivityNode node) =>
            new($"从起点走不到{Named(node)}。请连上它，或删除它。", $"No path leads to {NamedInEnglish(node)}. Connect it, or remove it.");

        /// <summary>Lines lead there, but whatever happens another branch is always quicker, or it lies behind a stop.</summary>
        private static BilingualProblem Idle(ActivityNode node) =>
            new($"虽然有连线，但怎么办都轮不到{Named(node)}。请检查前面的汇合和并行分支。", $"Lines lead to {NamedInEnglish(node)}, but whatever happens its turn never comes. Look at the joins and forks before it.");
    }

    /// <summary>Every outcome leads somewhere, be it to an end that is drawn.</summary>
    private sealed class Wired : ProofRule
    {
        public override string Code => "port.unwired";

        public override IEnumerable<Problem> Check(FlowProof proof) =>
            from graph in proof.Graphs()
            let reached = graph.Start is { } start ? graph.ReachableFrom(start) : null
            from node in graph.Nodes
            where reached is not null && reached[node.Index] && proof.Met?.Contains(node) != false && !node.Activity.Descriptor.IsTerminal && node.Type != "Elsa.Fault"
            from port in node.Activity.Ports
            where node.Outgoing.TrueForAll(edge => edge.Port != port.Name)
            select new Problem(Code, FlowProof.OnCanvas(node), new BilingualProblem(
                $"{Named(node)}的出口“{port.Text.Chinese}”（{port.Name}）没有连线，走到这里流程会直接结束。请连到下一步或“结束”。",
                $"Port \"{port.Name}\" of {NamedInEnglish(node)} leads nowhere; the workflow would simply finish there. Connect it to a step or to End."))
            { Path = [.. graph.WayTo(node), new PathStep(FlowProof.OnCanvas(node), port.Name)] };
    }

    /// <summary>Whatever leads back waits on its way.</summary>
    private sealed class Unhurried : ProofRule
    {
        public override string Code => "loop.busy";

        public override IEnumerable<Problem> Check(FlowProof proof)
        {
            if (proof.Explored.Busy is not { } busy)
                return [];
            var last = busy.Passed[^1].Node;
            var round = busy.Passed.SkipLast(1).Reverse().TakeWhile(step => step.Node != last).Select(step => step.Node).Append(last).Reverse().Distinct().ToList();
            var entered = busy.Passed.TakeWhile(step => step.Node != last).Count() + round.Count;
            return [new Problem(Code, FlowProof.OnCanvas(last), new BilingualProblem(
                $"{string.Join("、", round.Select(Named))}构成循环，途中没有一步等人办理或等时间，流程会空转。请在循环里加入一个等待的步骤。",
                $"{string.Join(", ", round.Select(NamedInEnglish))} lead round in a circle where nothing waits; it would run for ever. Put a step that waits into the loop."))
            { Path = SpaceWalk.Way(proof.Explored, busy.From, busy.Passed.Take(entered)) }];
        }
    }

    /// <summary>No place where the workflow stands still and nothing and nobody could move it.</summary>
    private sealed class Alive : ProofRule
    {
        public override string Code => "flow.deadlock";

        public override IEnumerable<Problem> Check(FlowProof proof)
        {
            if (proof.Space is not { } space)
                return [];
            if (!space.IsWhole)
            {
                return [new Problem("flow.too-large", "$.root", new BilingualProblem(
                    "同时进行的分支太多，无法逐一核验。请减少并行的分支，或拆成几个流程。",
                    "Too much can run at once here to look at every case. Use fewer parallel branches, or split the workflow."))];
            }

            return SpaceWalk.Stops(space).Select(stop => stop.Incident is { ActivityType: "Elsa.Fault" } ? Drawn(proof, stop) : Stuck(proof, stop)).DistinctBy(problem => problem.Where);
        }

        /// <summary>Drawn on purpose: an admin has to see to it each time.</summary>
        private static Problem Drawn(FlowProof proof, SpaceWalk.Stop stop)
        {
            var node = proof.Definition.Node(stop.Incident?.ActivityId ?? "");
            return new Problem("flow.fault", FlowProof.OnCanvas(node), new BilingualProblem(
                $"走到{Named(node)}流程会停下，要由管理员处理。", $"At {NamedInEnglish(node)} the workflow stops until an admin sees to it."), ProblemSeverity.Warning)
            { Path = stop.Path };
        }

        private Problem Stuck(FlowProof proof, SpaceWalk.Stop stop)
        {
            var node = stop.Incident is { } incident ? proof.Definition.Node(incident.ActivityId) : proof.Definition.Root;
            return new Problem(Code, stop.Incident is null ? "$.root" : FlowProof.OnCanvas(node), new BilingualProblem(
                $"走到{Named(node)}流程会卡住：它等的分支有一条没有走，再也不会来。请改用“等所有走到的分支”，或让每条分支都到达。",
                $"The workflow would stand still at {NamedInEnglish(node)}: it waits for a branch that was not taken and can no longer come. Wait for the active branches only, or let every branch arrive."))
            { Path = stop.Path };
        }
    }

    /// <summary>From wherever a case stands there is a way to the end.</summary>
    private sealed class Ending : ProofRule
    {
        public override string Code => "flow.endless";

        public override IEnumerable<Problem> Check(FlowProof proof)
        {
            if (proof.Space is not { IsWhole: true } space || SpaceWalk.FirstWithoutEnd(space) is not { } lost)
                return [];
            var node = lost.Place.Waits.Count > 0 ? lost.Place.Waits[0].Node : proof.Definition.Root;
            return [new Problem(Code, FlowProof.OnCanvas(node), new BilingualProblem(
                $"走到{Named(node)}以后，无论怎么办都到不了“结束”。请给循环留一个出口。", $"From {NamedInEnglish(node)} on nothing leads to an end any more. Leave a way out of the loop."))
            { Path = lost.Path }];
        }
    }
}
