using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Persistence;
using Proposals.Workflows.Definitions;

namespace Proposals.Designer;

/// <summary>The definitions that a text uses as activities, and those that these use: read beforehand, because compiling does no I/O.</summary>
internal static class InnerDefinitions
{
    private const int Most = 50;

    /// <param name="asOf">Where an activity names no version, the one that was the last to be published then: a version compiled again later means the same.</param>
    public static async Task<FindDefinition> FindAsync(ProposalsDbContext db, string text, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(string Id, string? Version), string?>();
        var open = new Queue<string>([text]);
        while (open.TryDequeue(out var next))
        {
            foreach (var wanted in Named(next))
            {
                if (found.Count >= Most || found.ContainsKey(wanted))
                {
                    continue;
                }

                var inner = await ReadAsync(db, wanted.Id, wanted.Version, asOf, cancellationToken);
                found[wanted] = inner;
                if (inner is not null)
                {
                    open.Enqueue(inner);
                }
            }
        }

        return (definitionId, versionId) => found.GetValueOrDefault((definitionId, versionId));
    }

    private static async Task<string?> ReadAsync(ProposalsDbContext db, string id, string? version, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var published = db.WorkflowDefinitions.Where(known => known.DefinitionId == id && known.PublishedAt != null);
        return Guid.TryParse(version, out var versionId)
            ? await published.Where(known => known.Id == versionId).Select(known => known.Json).FirstOrDefaultAsync(cancellationToken)
            : await published.Where(known => known.PublishedAt <= asOf).OrderByDescending(known => known.PublishedAt).Select(known => known.Json).FirstOrDefaultAsync(cancellationToken);
    }

    private static IEnumerable<(string Id, string? Version)> Named(string text)
    {
        if (!text.Contains("workflowDefinitionId", StringComparison.Ordinal))
        {
            yield break;
        }

        var open = new Stack<JsonNode>();
        if (Parse(text) is { } whole)
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

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Word(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? word) ? word : null;
}
