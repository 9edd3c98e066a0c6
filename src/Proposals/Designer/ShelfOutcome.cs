using Proposals.Acts;
using Proposals.Workflows.Definitions;

namespace Proposals.Designer;

/// <summary>What became of an act on a definition: the version it left behind, or why not. Problems of the text may stand beside either.</summary>
public sealed record ShelfOutcome(Refusal? Refusal, WorkflowDefinitionVersion? Version = null)
{
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public bool IsDone => Refusal is null;

    /// <summary>False where the text was there already: nothing was written, and no entry tells of it.</summary>
    public bool WasChanged { get; init; } = true;
}
