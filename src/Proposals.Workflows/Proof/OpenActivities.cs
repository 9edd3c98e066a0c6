using Proposals.Workflows.Activities;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Proof;

/// <summary>What a proof makes of each activity: whatever waits may be answered through any port, whatever decides may decide either way, and no value is ever computed.</summary>
/// <remarks>Containers, forks and joins are the engine's own: what is proved is what runs.</remarks>
internal static class OpenActivities
{
    public static ActivityExecutor? Read(ActivityDraft draft) => draft.Descriptor switch
    {
        { Kind: ActivityKind.HumanStep } => new HumanStep(ActivityInputs.None),
        { Kind: ActivityKind.Decider } decider => new AnyPort([.. decider.Ports.Select(port => port.Name)], null),
        { Type: "Elsa.RunTask" or "Elsa.Event" or "Elsa.Delay" or "Elsa.Timer" } => new HumanStep(ActivityInputs.None),
        { Type: "Elsa.StartAt" } => new MayWait(),
        { Type: "Elsa.ExecuteWorkflow" or "Elsa.DispatchWorkflow" } => WaitsForChild(draft),
        { Type: "Elsa.SetVariable" or "Elsa.SetOutput" or "Elsa.SetName" or "Elsa.Correlate" or "Elsa.WriteLine" or "Elsa.PublishEvent" } => new PassOn(),
        { Type: "Elsa.Fault" } => new StandsStill(),
        { Type: "Elsa.RunJavaScript" } => RunJavaScript.Read(draft) is { OwnPorts: { } ports } ? new AnyPort([.. ports.Select(port => port.Name)], ports) : null,
        { Type: "Elsa.For" or "Elsa.ForEach" } => new SomeRounds(Body(draft)),
        { Type: "Elsa.ParallelForEach" } => new SomeRoundsAtOnce(Body(draft)),
        _ => ActivityExecutors.ReadToRun(draft),
    };

    private static ActivityExecutor WaitsForChild(ActivityDraft draft)
    {
        const string waits = "waitForCompletion";
        var written = WrittenInputs.Of(draft);
        return written.IsComputed(waits) ? new MayWait()
            : bool.TryParse(written[waits], out var isAwaited) && isAwaited ? new HumanStep(ActivityInputs.None)
            : new PassOn();
    }

    private static ActivityNode? Body(ActivityDraft draft) => draft.Slot("body");

    private sealed class AnyPort(IReadOnlyList<string> names, IReadOnlyList<PortDescriptor>? own) : ActivityExecutor
    {
        public override IReadOnlyList<PortDescriptor>? OwnPorts => own;

        public override void Execute(WorkflowRun run, Work work) => run.Complete(work, names[run.Choose(names.Count)]);
    }

    private sealed class StandsStill : ActivityExecutor
    {
        public override void Execute(WorkflowRun run, Work work) => throw new WorkflowFault("fault", work.Node.Id);
    }

    /// <summary>A bounded loop: no round, one, or two. More teach nothing new.</summary>
    private sealed class SomeRounds(ActivityNode? body) : Loop(body)
    {
        public override void Execute(WorkflowRun run, Work work) => run.GoOn(run.Open(work));

        protected override bool Advance(WorkflowRun run, Frame frame) => frame.Index++ < MostRounds && run.Choose(2) == 1;
    }

    private sealed class SomeRoundsAtOnce(ActivityNode? body) : ActivityExecutor
    {
        public override IReadOnlyList<ActivityNode> Children { get; } = body is null ? [] : [body];

        public override void Execute(WorkflowRun run, Work work)
        {
            var frame = run.Open(work);
            frame.Left = Children.Count == 0 ? 0 : run.Choose(MostRounds + 1);
            if (frame.Left == 0)
                run.Close(frame);
            for (var left = frame.Left; left > 0; left--)
                run.Schedule(run.OpenRound(frame), Children[0]);
        }

        public override void ChildCompleted(WorkflowRun run, Frame frame, ActivityNode child, IReadOnlyList<string> ports)
        {
            if (frame.IsRound || --frame.Left == 0)
                run.Close(frame);
        }
    }

    private const int MostRounds = 2;
}

/// <summary>Waits, or finds that there is nothing to wait for: a moment that has passed, a child that is only sent off.</summary>
internal sealed class MayWait : ActivityExecutor
{
    private static readonly HumanStep waiting = new(ActivityInputs.None);

    public override void Execute(WorkflowRun run, Work work)
    {
        if (run.Choose(2) == 0)
            waiting.Execute(run, work);
        else
            run.Complete(work);
    }
}
