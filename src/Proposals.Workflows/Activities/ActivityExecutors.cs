using System.Collections.Frozen;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Proof;

namespace Proposals.Workflows.Activities;

/// <summary>The table from type to executor. A type without a line here is not run, and therefore refused when a definition is read.</summary>
internal static class ActivityExecutors
{
    private static readonly FrozenDictionary<string, Func<ActivityDraft, ActivityExecutor?>> flow = new Dictionary<string, Func<ActivityDraft, ActivityExecutor?>>
    {
        ["Elsa.Start"] = static _ => new PassOn(),
        ["Elsa.End"] = static _ => new PassOn(),
        ["Elsa.Finish"] = static _ => new FinishWorkflow(),
        ["Elsa.Complete"] = CompleteWorkflow.Read,
        ["Elsa.Break"] = static _ => new BreakLoop(),
        ["Elsa.Fault"] = FaultWorkflow.Read,
        ["Elsa.FlowDecision"] = FlowDecision.Read,
        ["Elsa.FlowSwitch"] = FlowSwitch.Read,
        ["Elsa.FlowFork"] = FlowFork.Read,
        ["Elsa.FlowJoin"] = FlowJoin.Read,
        ["Elsa.Flowchart"] = Flowchart.Read,
        ["Elsa.Sequence"] = static draft => new Sequence(draft.List("activities")),
        ["Elsa.Parallel"] = static draft => new Parallel(draft.List("activities")),
        ["Elsa.If"] = If.Read,
        ["Elsa.Switch"] = Switch.Read,
        ["Elsa.Fork"] = Fork.Read,
        ["Elsa.While"] = While.Read,
        ["Elsa.For"] = For.Read,
        ["Elsa.ForEach"] = ForEach.Read,
        ["Elsa.ParallelForEach"] = ParallelForEach.Read,
        ["Elsa.SetVariable"] = SetVariable.Read,
        ["Elsa.SetOutput"] = SetOutput.Read,
        ["Elsa.SetName"] = static draft => new SetName(draft.Input("value")),
        ["Elsa.Correlate"] = static draft => new Correlate(draft.Input("correlationId")),
        ["Elsa.WriteLine"] = static draft => new WriteLine(draft.Input("text")),
        ["Elsa.RunJavaScript"] = RunJavaScript.Read,
        ["Elsa.RunTask"] = static draft => new RunTask(draft.Input("taskName"), draft.Input("payload")),
        ["Elsa.Event"] = WaitForEvent.Read,
        ["Elsa.PublishEvent"] = static draft => new PublishEvent(draft.Input("eventName"), draft.Input("correlationId"), draft.Input("payload")),
        ["Elsa.Delay"] = static draft => new Pause(draft.Input("timeSpan")),
        ["Elsa.Timer"] = static draft => new Pause(draft.Input("interval")),
        ["Elsa.StartAt"] = static draft => new StartAt(draft.Input("dateTime")),
        ["Elsa.ExecuteWorkflow"] = static draft => ChildWorkflow.Read(draft),
        ["Elsa.DispatchWorkflow"] = static draft => ChildWorkflow.Read(draft),
        [InnerWorkflow.DescriptorType] = InnerWorkflow.Read,
    }.ToFrozenDictionary();

    public static bool Runs(ActivityDescriptor descriptor) => descriptor.Kind switch
    {
        ActivityKind.HumanStep => true,
        ActivityKind.Decider => descriptor.Decide is not null,
        _ => flow.ContainsKey(descriptor.Type),
    };

    public static ActivityExecutor? Read(ActivityDraft draft) => draft.Reader.Children.ForProof ? OpenActivities.Read(draft) : ReadToRun(draft);

    internal static ActivityExecutor? ReadToRun(ActivityDraft draft) => draft.Descriptor.Kind switch
    {
        ActivityKind.HumanStep => new HumanStep(ActivityInputs.Read(draft)),
        ActivityKind.Decider when draft.Descriptor.Decide is { } decide => new Decider(decide, ActivityInputs.Read(draft)),
        _ => flow[draft.Descriptor.Icon == InnerWorkflow.DescriptorType ? InnerWorkflow.DescriptorType : draft.Descriptor.Type](draft),
    };
}
