using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Persistence;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;

namespace Proposals.Designer;

/// <summary>What the shelf itself reads in a definition's text. A draft may hold any mistake as long as this much can be read.</summary>
internal sealed partial record DefinitionText(string DefinitionId, string Name, string Description, string Text, string Sha256)
{
    public const int MaximumBytes = 1024 * 1024;

    /// <summary>Kept by the row, or written by whoever exported: no part of what is drawn.</summary>
    private static readonly string[] OwnedByTheShelf = ["$schema", "id", "version", "isLatest", "isPublished", "createdAt", "toolVersion", "links", "tenantId"];

    /// <summary>Addresses of pages; a definition of that name could not be opened.</summary>
    private static readonly string[] Reserved = ["import", "studio"];

    public static (DefinitionText? Read, ShelfOutcome Refused) Read(string text, ActivityCatalogue catalogue)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (null, new ShelfOutcome(DesignerRefusals.Empty));
        }

        if (Encoding.UTF8.GetByteCount(text) > MaximumBytes)
        {
            return (null, new ShelfOutcome(DesignerRefusals.TooLarge));
        }

        var problems = DefinitionReader.Load(text, catalogue).Problems;
        if (problems.Any(problem => problem.Code == "definition.json") || Parse(text) is not { } envelope)
        {
            return (null, new ShelfOutcome(DesignerRefusals.NotJson) { Problems = problems });
        }

        var id = TextOf(envelope, "definitionId");
        var name = TextOf(envelope, "name") is { Length: > 0 } given ? given : id;
        var description = TextOf(envelope, "description");
        var refusal = CheckId(id)
            ?? ActRefusals.Check(nameof(WorkflowDefinitionVersion.Name), name, Lengths.Subject)
            ?? ActRefusals.Check(nameof(WorkflowDefinitionVersion.Description), description, required: false);
        return refusal is null
            ? (new DefinitionText(id, name, description, text.TrimStart('\uFEFF'), HashOf(envelope)), new ShelfOutcome(null) { Problems = problems })
            : (null, new ShelfOutcome(refusal));
    }

    public static DefinitionText Of(WorkflowDefinitionVersion version) => new(version.DefinitionId, version.Name, version.Description, version.Json, version.Sha256);

    private static Refusal? CheckId(string id) =>
        id.Length == 0 ? DesignerRefusals.NoId
        : id.Length > Lengths.DefinitionId || !Id().IsMatch(id) || Reserved.Contains(id, StringComparer.OrdinalIgnoreCase) ? DesignerRefusals.BadId(id[..Math.Min(id.Length, Lengths.DefinitionId)])
        : null;

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text.TrimStart('\uFEFF'), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string TextOf(JsonObject envelope, string name) =>
        envelope.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)).Value is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : "";

    private static string HashOf(JsonObject envelope)
    {
        var drawn = new JsonObject(envelope.Where(pair => !OwnedByTheShelf.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalText.Write(drawn))));
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
