namespace Proposals.Web.ElsaApi;

/// <summary>An activity as Studio's palette, canvas and property pane read it.</summary>
internal sealed record ActivityShape(string TypeName, string Namespace, string Name, string Category, string DisplayName, string? Description)
{
    public int Version { get; } = 1;

    public required string Kind { get; init; }

    public bool RunAsynchronously { get; }

    public required IReadOnlyList<InputShape> Inputs { get; init; }

    public required IReadOnlyList<OutputShape> Outputs { get; init; }

    public required IReadOnlyList<PortShape> Ports { get; init; }

    /// <summary>Studio draws its own icons by type; ours go along for the page around it.</summary>
    public required IReadOnlyDictionary<string, object> CustomProperties { get; init; }

    public IReadOnlyDictionary<string, object> ConstructionProperties { get; } = new Dictionary<string, object>();

    public bool IsContainer { get; init; }

    public bool IsBrowsable { get; init; } = true;

    public bool IsStart { get; init; }

    public bool IsTerminal { get; init; }
}

internal sealed record InputShape(string Name, string TypeName, string DisplayName, string UiHint)
{
    public string? Description { get; init; }

    /// <summary>False where the definition holds the bare value and no expression.</summary>
    public bool IsWrapped { get; init; } = true;

    public object? DefaultValue { get; init; }

    public string? DefaultSyntax { get; init; }

    public required int Order { get; init; }

    public IReadOnlyDictionary<string, object> UiSpecifications { get; init; } = new Dictionary<string, object>();

    public bool IsReadOnly { get; }

    public bool IsSensitive { get; }

    public bool AutoEvaluate { get; } = true;

    public bool IsBrowsable { get; } = true;

    public bool IsSerializable { get; } = true;

    public bool IsSynthetic { get; }
}

internal sealed record OutputShape(string Name, string TypeName, string DisplayName)
{
    public required int Order { get; init; }

    public bool IsBrowsable { get; } = true;

    public bool IsSerializable { get; } = true;

    public bool IsSynthetic { get; }
}

/// <param name="Type">Flow: an outcome that a line leaves by. Embedded: a place inside for another activity.</param>
internal sealed record PortShape(string Name, string DisplayName, string Type)
{
    public bool IsBrowsable { get; init; } = true;
}
