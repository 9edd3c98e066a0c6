namespace Proposals.Workflows.Definitions;

/// <summary>One thing wrong with a definition: a stable code, where it is, and what to do about it.</summary>
/// <param name="Code">Stable, for tests and translations: <c>activity.unknown</c>, <c>script.syntax</c> …</param>
/// <param name="Where">Activity id, or a JSON path such as <c>$.root.connections[3]</c> where no activity is to blame.</param>
public sealed record Problem(string Code, string Where, BilingualProblem Sentence, ProblemSeverity Severity = ProblemSeverity.Error);

public sealed record BilingualProblem(string Chinese, string English);

public enum ProblemSeverity
{
    Error,
    Warning,
}
