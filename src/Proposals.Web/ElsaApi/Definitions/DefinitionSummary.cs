using System.Text.Json.Nodes;
using Proposals.Designer;

namespace Proposals.Web.ElsaApi.Definitions;

/// <summary>A version in a list.</summary>
internal sealed record DefinitionSummary
{
    public required Guid Id { get; init; }

    public required string DefinitionId { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required int Version { get; init; }

    public required bool IsLatest { get; init; }

    public required bool IsPublished { get; init; }

    public required bool IsReadonly { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required JsonArray Links { get; init; }

    public string MaterializerName { get; } = "Json";

    public bool IsMaterializerAvailable { get; } = true;

    public static DefinitionSummary Of(DefinitionRow row, bool mayEdit) => new()
    {
        Id = row.Id,
        DefinitionId = row.DefinitionId,
        Name = row.Name,
        Description = row.Description,
        Version = row.Version,
        IsLatest = row.IsLatest,
        IsPublished = row.IsPublished,
        IsReadonly = !mayEdit,
        CreatedAt = row.CreatedAt,
        Links = DefinitionLinks.Of(row.DefinitionId, mayEdit),
    };
}
