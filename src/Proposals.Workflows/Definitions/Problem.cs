namespace Proposals.Workflows.Definitions;

/// <summary>One thing wrong with a definition: a stable code, where it is, and what to do about it.</summary>
/// <param name="Code">Stable, for tests and translations: <c>activity.unknown</c>, <c>script.syntax</c> …</param>
/// <param name="Where">Activity id, or a JSON path such as <c>$.root.connections[3]</c> where no activity is to blame.</param>
public sealed record Problem(string Code, string Where, BilingualProblem Sentence, ProblemSeverity Severity = ProblemSeverity.Error)
{
    /// <summary>How a case would come there, from the start on; empty where no path is to blame.</summary>
    public IReadOnlyList<PathStep> Path { get; init; } = [];
}

public sealed record BilingualProblem(string Chinese, string English);

/// <summary>An activity that was left through one of its ports.</summary>
/// <param name="ActivityId">Of the drawing itself; what stands inside a workflow used as an activity has that activity's id.</param>
public sealed record PathStep(string ActivityId, string Port);

public enum ProblemSeverity
{
    Error,
    Warning,
}
