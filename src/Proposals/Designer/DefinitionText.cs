using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Persistence;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Documents;

namespace Proposals.Designer;

/// <summary>What the shelf itself reads in a definition's text. A draft may hold any mistake as long as this much can be read; without the gross ones it is kept in canonical form.</summary>
internal sealed partial record DefinitionText(string DefinitionId, string Name, string Description, string Text, string Sha256)
{
    public const int MaximumBytes = 1024 * 1024;

    /// <summary>Kept by the row, or written by whoever exported: no part of what is drawn.</summary>
    private static readonly string[] OwnedByTheShelf = ["$schema", "id", "version", "isLatest", "isPublished", "createdAt", "toolVersion", "links", "tenantId"];

    /// <summary>Addresses of pages; a definition of that name could not be opened.</summary>
    private static readonly string[] Reserved = ["import", "studio"];

    /// <summary>Problems after which not even the name can be trusted.</summary>
    private static readonly string[] Unreadable = ["definition.json", "json.duplicate"];

    /// <summary>Null where a mistake is so gross that only the text as it came can be kept.</summary>
    public DefinitionDocument? Document { get; private init; }

    /// <summary>Before it was brought into canonical form: mistakes that the form would mend in silence are still in it.</summary>
    public string AsGiven { get; private init; } = "";

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

        var plain = text.TrimStart('\uFEFF');
        var (document, problems) = DefinitionDocument.Read(plain, catalogue);
        if (problems.Any(problem => problem.Code == "definition.size"))
        {
            return (null, new ShelfOutcome(DesignerRefusals.TooLarge));
        }

        if (problems.Any(problem => Unreadable.Contains(problem.Code)) || (document?.ToJson() ?? JsonText.Parse(plain) as JsonObject) is not { } envelope)
        {
            return (null, new ShelfOutcome(DesignerRefusals.NotJson) { Problems = problems });
        }

        // Signs that nobody sees make a drawing read otherwise than it runs. Each text by itself: written as JSON, some of them hide behind an escape.
        var seen = PlainText.Of(envelope);
        if (!ReferenceEquals(seen, envelope))
        {
            return Read(seen.ToJsonString(), catalogue);
        }

        var drawn = document?.ToText() ?? plain;
        var id = TextOf(envelope, "definitionId");
        var name = TextOf(envelope, "name") is { Length: > 0 } given ? given : id;
        var description = TextOf(envelope, "description");
        var refusal = CheckId(id)
            ?? ActRefusals.Check(nameof(WorkflowDefinitionVersion.Name), name, Lengths.Subject)
            ?? ActRefusals.Check(nameof(WorkflowDefinitionVersion.Description), description, required: false);
        return refusal is null
            ? (new DefinitionText(id, name, description, drawn, HashOf(envelope)) { Document = document, AsGiven = plain }, new ShelfOutcome(null))
            : (null, new ShelfOutcome(refusal));
    }

    /// <summary>The text as this version keeps it.</summary>
    public string TextFor(Guid id, int version) => Document?.With(id: id.ToString(), version: version, isLatest: true, isPublished: false).ToText() ?? Text;

    private static Refusal? CheckId(string id) =>
        id.Length == 0 ? DesignerRefusals.NoId
        : id.Length > Lengths.DefinitionId || !Id().IsMatch(id) || Reserved.Contains(id, StringComparer.OrdinalIgnoreCase) ? DesignerRefusals.BadId(id[..Math.Min(id.Length, Lengths.DefinitionId)])
        : null;

    private static string TextOf(JsonObject envelope, string name) =>
        envelope.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)).Value is JsonValue value && value.TryGetValue<string>(out var text)
            ? text.Trim()
            : "";

    private static string HashOf(JsonObject envelope)
    {
        var drawn = new JsonObject(envelope.Where(pair => !OwnedByTheShelf.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalText.Write(drawn))));
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
