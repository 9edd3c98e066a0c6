using System.Text.Json;
using System.Text.Json.Serialization;

namespace Proposals.ElsaServer.Catalogue;

/// <summary>The product's activities as Web tells them: the JSON of its catalogue, without the delegates that cannot travel.</summary>
internal sealed record CatalogueDocument(IReadOnlyList<CatalogueEntry> Activities)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };
}

internal sealed record CatalogueEntry(string Type, EntryKind Kind, BilingualText Name)
{
    public string Category { get; init; } = "Proposals";

    public BilingualText? Description { get; init; }

    /// <summary>Empty where the ports follow from the activity's own inputs.</summary>
    public IReadOnlyList<EntryPort> Ports { get; init; } = [];

    public IReadOnlyList<EntryInput> Inputs { get; init; } = [];
}

internal enum EntryKind
{
    /// <summary>One of Elsa's own; Elsa brings it itself.</summary>
    Flow,

    HumanStep,

    Decider,
}

internal sealed record BilingualText(string Chinese, string English);

internal sealed record EntryPort(string Name, BilingualText Text);

internal sealed record EntryInput(string Name, string TypeName, BilingualText Text)
{
    public string? DefaultValue { get; init; }

    public IReadOnlyList<EntryChoice> Choices { get; init; } = [];
}

internal sealed record EntryChoice(string Value, BilingualText Text);
