using Proposals.Handling;

namespace Proposals.Incidents;

/// <summary>An act done while the workflow of its case stood still and nothing asked for it. Once the workflow goes on and does ask, this is the answer.</summary>
public sealed class MissedAnswer
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>The activity types that the act answers, separated by spaces; the first that waits is meant.</summary>
    public required string ActivityTypes { get; init; }

    public required string Port { get; init; }

    /// <summary>An act of an earlier round answers nothing in a later one.</summary>
    public required int Round { get; init; }

    public Guid? DecidedById { get; init; }

    public Guid? RecordedById { get; init; }
}
