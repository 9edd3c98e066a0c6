namespace Proposals.Handling;

/// <summary>A running definition of a case: which version it runs, and the engine's state as text. Nobody but the engine reads the text.</summary>
/// <remarks>Each case has one main instance, whose id is the case's; what it starts runs as children, which belong to the same case.</remarks>
public sealed class WorkflowInstance
{
    /// <summary>How deep definitions may start each other; whatever goes deeper starts itself.</summary>
    public const int MostLevels = 8;

    public required string Id { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>Null for the case's main instance.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>The parent's waiting for this instance to end; null where it does not wait.</summary>
    public string? ParentWaitId { get; init; }

    /// <summary>0 for the main instance.</summary>
    public int Level { get; init; }

    public required Guid DefinitionVersionId { get; set; }

    /// <summary>Empty until it was started.</summary>
    public required string State { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Id of a workflow that an act began beside the main one; it looks like no number that the engine counts.</summary>
    public static string Beside(string mainId, int count) => $"{mainId}.b{count}";

    /// <summary>Whether the wait is one of the case's main workflow.</summary>
    public static bool IsOfMain(CaseId caseId, string waitId) => Owning(waitId) == caseId.ToString();

    /// <summary>Ids of waits, incidents and children are the instance's own id with a number behind it.</summary>
    public static string Owning(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var end = id.LastIndexOf('.');
        return end < 0 ? id : id[..end];
    }
}
