using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Persistence;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Documents;

namespace Proposals.Designer;

/// <summary>The definitions that a text uses as activities, and those that these use: read beforehand, because compiling does no I/O.</summary>
internal sealed class InnerDefinitions
{
    private const int Most = 50;

    private readonly Dictionary<(string Id, string? Version), string?> texts = [];
    private readonly SortedDictionary<string, Guid> meant = new(StringComparer.Ordinal);

    /// <summary>Which version each activity means that names none, to be kept with a version that is published.</summary>
    public string Versions => JsonSerializer.Serialize(meant);

    public string? Find(string definitionId, string? versionId) => texts.GetValueOrDefault((definitionId, versionId));

    /// <summary>For a text that was never published: what is published now.</summary>
    public static Task<InnerDefinitions> OfTextAsync(ProposalsDbContext db, string text, CancellationToken cancellationToken) =>
        ReadAsync(text, (id, named, cancel) => FirstAsync(
            db.WorkflowDefinitions.Where(known => known.DefinitionId == id && (named == null ? known.IsPublished : known.Id == named && known.PublishedAt != null && known.RetractedAt == null)), cancel), cancellationToken);

    /// <summary>For a version that was ever published: what it used then, whatever was published or retracted since.</summary>
    public static Task<InnerDefinitions> OfAsync(ProposalsDbContext db, string text, DateTimeOffset? publishedAt, string? versions, CancellationToken cancellationToken)
    {
        if (publishedAt is not { } asOf)
        {
            return OfTextAsync(db, text, cancellationToken);
        }

        var kept = versions is null ? null : JsonSerializer.Deserialize<Dictionary<string, Guid>>(versions);
        return ReadAsync(text, (id, named, cancel) =>
        {
            var published = db.WorkflowDefinitions.Where(known => known.DefinitionId == id && known.PublishedAt != null);
            if (named is null && kept is not null)
            {
                named = kept.GetValueOrDefault(id);
            }

            // Before they were kept with the version, it meant those that were the last to be published by its day.
            return FirstAsync(named is null ? published.Where(known => known.PublishedAt <= asOf).OrderByDescending(known => known.PublishedAt) : published.Where(known => known.Id == named), cancel);
        }, cancellationToken);
    }

    private static async Task<InnerDefinitions> ReadAsync(string text, Func<string, Guid?, CancellationToken, Task<Inner?>> readAsync, CancellationToken cancellationToken)
    {
        var found = new InnerDefinitions();
        var open = new Queue<string>([text]);
        while (open.TryDequeue(out var next))
        {
            foreach (var wanted in Named(next))
            {
                if (found.texts.Count >= Most || found.texts.ContainsKey(wanted))
                {
                    continue;
                }

                Guid? named = Guid.TryParse(wanted.Version, out var versionId) ? versionId : null;
                var inner = await readAsync(wanted.Id, named, cancellationToken);
                found.texts[wanted] = inner?.Json;
                if (inner is null)
                {
                    continue;
                }

                open.Enqueue(inner.Json);
                if (named is null)
                {
                    found.meant[wanted.Id] = inner.Id;
                }
            }
        }

        return found;
    }

    private static Task<Inner?> FirstAsync(IQueryable<WorkflowDefinitionVersion> versions, CancellationToken cancellationToken) =>
        versions.Select(version => new Inner(version.Id, version.Json)).FirstOrDefaultAsync(cancellationToken);

    private static IEnumerable<(string Id, string? Version)> Named(string text)
    {
        if (!text.Contains("workflowDefinitionId", StringComparison.Ordinal))
        {
            yield break;
        }

        var open = new Stack<JsonNode>();
        if (JsonText.Parse(text) is { } whole)
        {
            open.Push(whole);
        }

        while (open.TryPop(out var node))
        {
            if (node is JsonObject activity && Word(activity["workflowDefinitionId"]) is { } id)
            {
                yield return (id, Word(activity["workflowDefinitionVersionId"]));
            }

            foreach (var child in node is JsonObject parent ? parent.Select(property => property.Value) : node is JsonArray list ? list : [])
            {
                if (child is not null)
                {
                    open.Push(child);
                }
            }
        }
    }

    private static string? Word(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? word) ? word : null;

    private sealed record Inner(Guid Id, string Json);
}
