using System.Text;
using System.Text.Json;
using Proposals.Workflows.Activities;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Scripting;

namespace Proposals.Workflows.Definitions;

/// <summary>Reads Elsa 3's JSON. Tolerant in what it reads, strict in what it lets run.</summary>
public static class DefinitionReader
{
    private const int MaxCharacters = 1024 * 1024;
    private const int MaxDepth = 64;

    /// <summary>Never throws on what stands in <paramref name="json"/>: whatever keeps it from running comes back as a problem.</summary>
    /// <param name="findInner">Finds the text of a definition that this one uses as an activity; without it there are none.</param>
    public static LoadResult Load(string json, ActivityCatalogue catalogue, FindDefinition? findInner = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(catalogue);
        var problems = new ProblemList();
        var children = findInner is null ? ChildDefinitions.None : new ChildDefinitions(findInner, []);
        // A script of 4 kB may nest deeper than the stack of a pool thread lets its parser follow.
        var definition = RoomyThread.Run(() => Read(json, catalogue, children, problems, ""));
        return new LoadResult(problems.HasErrors ? null : definition, problems.ToList());
    }

    /// <param name="prefix">Of the keys of its activities; empty for a definition that stands alone.</param>
    internal static WorkflowDefinition? Read(string json, ActivityCatalogue catalogue, ChildDefinitions children, ProblemList problems, string prefix)
    {
        if (json.Length > MaxCharacters)
        {
            problems.Error("definition.size", "$", "流程文件超过1 MB。请拆分流程或删去过大的内容。", "The definition is larger than 1 MB. Split it, or remove what is too large.");
            return null;
        }

        if (!TryParse(json.TrimStart('\uFEFF'), problems, out var document))
            return null;
        using (document)
            return ReadEnvelope(document.RootElement.Clone(), catalogue, children, problems, prefix);
    }

    private static WorkflowDefinition? ReadEnvelope(JsonElement envelope, ActivityCatalogue catalogue, ChildDefinitions children, ProblemList problems, string prefix)
    {
        if (envelope.ValueKind != JsonValueKind.Object)
        {
            problems.Error("definition.json", "$", "流程文件不是一个 JSON 对象。请导入由设计器导出的文件。", "The file is not a JSON object. Import a file that the designer exported.");
            return null;
        }

        var definitionId = envelope.FindAnyCase("definitionId")?.AsText();
        if (string.IsNullOrWhiteSpace(definitionId))
            problems.Error("definition.id", "$.definitionId", "流程没有编号（definitionId）。请填写。", "The definition has no definitionId. Give it one.");
        if (envelope.FindAnyCase("root") is not { ValueKind: JsonValueKind.Object } root)
        {
            problems.Error("root.missing", "$.root", "流程里没有流程图（root）。请导入由设计器导出的文件。", "The definition has no root. Import a file that the designer exported.");
            return null;
        }

        var variables = VariableReader.Read(envelope.FindAnyCase("variables"), "$.variables", prefix.TrimEnd(':'), problems);
        var reader = new ActivityReader(catalogue, children.Inside(definitionId ?? ""), problems, prefix);
        if (reader.Read(root, "$.root", new VisibleVariables(variables, null), 0) is not { } node)
            return null;
        var inner = Inner(node).Count();
        return new WorkflowDefinition(node, variables)
        {
            DefinitionId = definitionId ?? "",
            Name = envelope.FindAnyCase("name")?.AsText()?.Trim() ?? definitionId ?? "",
            Version = envelope.FindAnyCase("version") is { ValueKind: JsonValueKind.Number } version && version.TryGetInt32(out var number) ? number : 1,
            Activities = node.Activity.Descriptor.IsContainer ? reader.Activities[1..] : reader.Activities,
            Connections = reader.Connections,
            KeysByName = reader.KeysByName,
            JournalId = $"Workflow{inner + 1}",
            ContinuesWithIncidents = Strategy(envelope).Contains("ContinueWithIncidentsStrategy", StringComparison.Ordinal),
            Outcomes = [.. envelope.FindAnyCase("outcomes").Items().Select(outcome => outcome.AsText()).OfType<string>()],
            InputNames = [.. Names(envelope.FindAnyCase("inputs"))],
            OutputNames = [.. Names(envelope.FindAnyCase("outputs"))],
        };
    }

    private static string Strategy(JsonElement envelope) => envelope.FindAnyCase("options")?.FindAnyCase("incidentStrategyType")?.AsText() ?? "";

    private static IEnumerable<string> Names(JsonElement? list) => list.Items().Select(item => item.FindAnyCase("name")?.AsText()).OfType<string>();

    private static IEnumerable<ActivityNode> Inner(ActivityNode node) =>
        node.Executor.Children.SelectMany(Inner).Concat(node.Executor is InnerWorkflow ? [node] : []);

    private static bool TryParse(string json, ProblemList problems, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out JsonDocument? document)
    {
        document = null;
        try
        {
            RequireWholeCharacters(json);
            document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return true;
        }
        catch (JsonException broken)
        {
            problems.Error("definition.json", "$", $"流程文件不是有效的 JSON（第{broken.LineNumber + 1}行附近）。请重新导出，或改正这一行。",
                $"The file is not valid JSON (near line {broken.LineNumber + 1}), or nests too deep. Export it again, or correct that line.");
        }
        catch (InvalidOperationException)
        {
            problems.Error("definition.json", "$", "流程文件里有残缺的字符（\\ud800 之类）。请重新导出。", "The file holds half a character (such as \\ud800). Export it again.");
        }

        return false;
    }

    /// <summary>Half a surrogate pair parses, but throws at whoever reads it later.</summary>
    private static void RequireWholeCharacters(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                _ = reader.GetString();
        }
    }
}
