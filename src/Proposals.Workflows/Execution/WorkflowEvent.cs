using System.Text.Json.Nodes;

namespace Proposals.Workflows.Execution;

/// <summary>What happens to an instance from outside. Time comes with it; the facts it carries are all that deciders and scripts may know of the case.</summary>
public abstract record WorkflowEvent(DateTimeOffset Now)
{
    /// <summary>Facts of the case at this moment, by name; readable in scripts as <c>getFact('name')</c> and by deciders.</summary>
    public JsonObject Facts { get; init; } = [];
}

/// <summary>The first event of an instance.</summary>
public sealed record Start(string InstanceId, DateTimeOffset Now) : WorkflowEvent(Now)
{
    public JsonObject Inputs { get; init; } = [];
}

/// <summary>A person's act answers a waiting step. An answer to a step that is not waiting changes nothing.</summary>
public sealed record Answer(string WaitId, string Port, DateTimeOffset Now) : WorkflowEvent(Now)
{
    /// <summary>Outputs of the activity, readable as <c>getOutputFrom('activityId','name')</c>.</summary>
    public JsonObject Outputs { get; init; } = [];
}

/// <summary>Ends the instance from outside: withdrawn, returned, reassigned.</summary>
public sealed record Cancel(string Reason, DateTimeOffset Now) : WorkflowEvent(Now);

/// <summary>Lets a faulted instance try again from where it stopped. Changes nothing on any other.</summary>
public sealed record Retry(DateTimeOffset Now) : WorkflowEvent(Now);
