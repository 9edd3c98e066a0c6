using System.Globalization;
using System.Text.Json;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;
using Proposals.Workflows.Expressions;

namespace Proposals.Workflows.Activities;

/// <summary>A loop that runs its body once at a time and can be broken out of.</summary>
internal abstract class Loop(ActivityNode? body) : ActivityExecutor
{
    protected const string CurrentValue = nameof(CurrentValue);
    protected const string CurrentIndex = nameof(CurrentIndex);

    public override IReadOnlyList<ActivityNode> Children { get; } = body is null ? [] : [body];

    public override void ChildCompleted(WorkflowRun run, Frame frame, ActivityNode child, IReadOnlyList<string> ports) => Continue(run, frame);

    public override void Continue(WorkflowRun run, Frame frame)
    {
        if (!frame.IsBreaking && body is not null && Advance(run, frame))
            run.Schedule(frame, body);
        else
            run.Close(frame);
    }

    /// <summary>Prepares the next round; false when there is none.</summary>
    protected abstract bool Advance(WorkflowRun run, Frame frame);

    /// <summary>Variables that a loop brings for its body.</summary>
    internal static VariableSet Brought(ActivityDraft draft, params string[] names)
    {
        var set = new VariableSet();
        foreach (var name in names)
            set.TryAdd(new DefinedVariable(name, name, "Object", "null", draft.Key));
        return set;
    }
}

internal sealed class While(Expression? condition, ActivityNode? body) : Loop(body)
{
    public static ActivityExecutor? Read(ActivityDraft draft) => new While(draft.Input("condition"), draft.Slot("body"));

    public override void Execute(WorkflowRun run, Work work)
    {
        var begins = condition?.IsTrue(run) == true;
        var frame = run.Open(work);
        if (begins && Children.Count > 0)
            run.Schedule(frame, Children[0]);
        else
            run.Close(frame);
    }

    protected override bool Advance(WorkflowRun run, Frame frame) => condition?.IsTrue(run) == true;
}

internal sealed class For(Expression? start, Expression? end, Expression? step, Expression? inclusive, ActivityNode? body, VariableSet brought) : Loop(body)
{
    public override VariableSet OwnVariables => brought;

    public static ActivityExecutor? Read(ActivityDraft draft)
    {
        var brought = Brought(draft, CurrentValue);
        return new For(draft.Input("start"), draft.Input("end"), draft.Input("step"), draft.Input("outerBoundInclusive"), draft.Slot("body", new VisibleVariables(brought, draft.Inside)), brought);
    }

    public override void Execute(WorkflowRun run, Work work)
    {
        // The bounds are fixed when the loop begins, as Elsa evaluates inputs once.
        var bounds = $"[{Number(start, run, 0)},{Number(end, run, 0)},{Number(step, run, 1)},{(inclusive is null || inclusive.IsTrue(run) ? 1 : 0)}]";
        var frame = run.Open(work);
        frame.Items = bounds;
        run.GoOn(frame);
    }

    protected override bool Advance(WorkflowRun run, Frame frame)
    {
        if (!CanonicalJson.TryParse(frame.Items ?? "", out var bounds))
            return false;
        var (first, last, by, withLast) = (bounds[0].GetInt64(), bounds[1].GetInt64(), bounds[2].GetInt64(), bounds[3].GetInt64() == 1);
        var value = first + (frame.Index++ * by);
        if (by >= 0 ? value > last || (value == last && !withLast) : value < last || (value == last && !withLast))
            return false;
        var json = value.ToString(CultureInfo.InvariantCulture);
        frame.Values.Set(CurrentValue, json);
        run.SetOutput(frame.Node, "currentValue", json);
        return true;
    }

    private static int Number(Expression? expression, WorkflowRun run, int otherwise) => expression is null ? otherwise
        : CanonicalJson.TryParse(expression.Json(run), out var value) && JsonTypes.TryConvert("Int32", value, out var json) && int.TryParse(json, out var number) ? number
        : throw new WorkflowFault("loop.bounds", "The bounds of a loop must be whole numbers.");
}

internal sealed class ForEach(Expression? items, ActivityNode? body, VariableSet brought) : Loop(body)
{
    public override VariableSet OwnVariables => brought;

    public static ActivityExecutor? Read(ActivityDraft draft)
    {
        var brought = Brought(draft, CurrentIndex, CurrentValue);
        return new ForEach(draft.Input("items"), draft.Slot("body", new VisibleVariables(brought, draft.Inside)), brought);
    }

    public override void Execute(WorkflowRun run, Work work)
    {
        var list = ListOf(items, run).GetRawText();
        var frame = run.Open(work);
        frame.Items = list;
        run.GoOn(frame);
    }

    /// <summary>The value as a list: a JSON list, or the text of one.</summary>
    internal static JsonElement ListOf(Expression? items, WorkflowRun run)
    {
        var json = items?.Json(run) ?? "null";
        if (!CanonicalJson.TryParse(json == "null" ? "[]" : json, out var value))
            throw new WorkflowFault("loop.items", "What a loop works through cannot be read.");
        if (value.AsText() is { } text && CanonicalJson.TryParse(text, out var parsed))
            value = parsed;
        return value.ValueKind == JsonValueKind.Array ? value : throw new WorkflowFault("loop.items", "What a loop works through is not a list.");
    }

    protected override bool Advance(WorkflowRun run, Frame frame)
    {
        if (!CanonicalJson.TryParse(frame.Items ?? "[]", out var list) || frame.Index >= list.GetArrayLength())
            return false;
        var json = CanonicalJson.Of(list[frame.Index]);
        frame.Values.Set(CurrentIndex, frame.Index.ToString(CultureInfo.InvariantCulture));
        frame.Values.Set(CurrentValue, json);
        run.SetOutput(frame.Node, "currentValue", json);
        frame.Index++;
        return true;
    }
}

/// <summary>Runs its body for every item at once; each round has a value and an index of its own.</summary>
internal sealed class ParallelForEach(Expression? items, ActivityNode? body, VariableSet brought) : ActivityExecutor
{
    private const int MaxItems = 1000;

    public override IReadOnlyList<ActivityNode> Children { get; } = body is null ? [] : [body];

    public override VariableSet OwnVariables => brought;

    public static ActivityExecutor? Read(ActivityDraft draft)
    {
        var brought = Loop.Brought(draft, "CurrentIndex", "CurrentValue");
        return new ParallelForEach(draft.Input("items"), draft.Slot("body", new VisibleVariables(brought, draft.Inside)), brought);
    }

    public override void Execute(WorkflowRun run, Work work)
    {
        var list = ForEach.ListOf(items, run);
        var count = list.GetArrayLength();
        if (count > MaxItems)
            throw new WorkflowFault("loop.items", $"A parallel loop runs for at most {MaxItems} items at once; the list has {count}.");
        var frame = run.Open(work);
        frame.Left = body is null ? 0 : count;
        if (frame.Left == 0)
            run.Close(frame);
        for (var i = 0; body is not null && i < count; i++)
        {
            var round = run.OpenRound(frame);
            round.Values.Set("CurrentIndex", i.ToString(CultureInfo.InvariantCulture));
            round.Values.Set("CurrentValue", CanonicalJson.Of(list[i]));
            run.Schedule(round, body);
        }
    }

    public override void ChildCompleted(WorkflowRun run, Frame frame, ActivityNode child, IReadOnlyList<string> ports)
    {
        if (frame.IsRound)
            run.Close(frame);
        else if (--frame.Left == 0)
            run.Close(frame);
    }
}
