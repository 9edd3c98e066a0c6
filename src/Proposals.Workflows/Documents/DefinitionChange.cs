namespace Proposals.Workflows.Documents;

/// <summary>One difference between two definitions, as a sentence or a row can show it.</summary>
/// <param name="Where">The activity's id (for a connection that of its source), or a JSON path such as <c>$.variables</c>.</param>
/// <param name="Name">What people read on the drawing, or the name of the variable, input or output.</param>
/// <param name="Property">What of it changed; for a connection its port.</param>
/// <param name="Before">Readable; null where there was nothing.</param>
/// <param name="After">Readable; null where there is nothing any more.</param>
public sealed record DefinitionChange(ChangeKind Kind, string Where, string? Name, string? Property, string? Before, string? After);

public enum ChangeKind
{
    ActivityAdded,
    ActivityRemoved,
    ActivityChanged,
    ConnectionAdded,
    ConnectionRemoved,
    VariableAdded,
    VariableRemoved,
    VariableChanged,

    /// <summary>Something around the root: a name, an input, an option.</summary>
    EnvelopeChanged,

    /// <summary>Only where something is drawn; nothing runs differently.</summary>
    Moved,
}
