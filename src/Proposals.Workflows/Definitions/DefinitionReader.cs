using System.Text;
using System.Text.Json;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Scripting;

namespace Proposals.Workflows.Definitions;

/// <summary>Reads Elsa 3's JSON. Tolerant in what it reads, strict in what it lets run.</summary>
public static class DefinitionReader
{
    private const int MaxCharacters = 1024 * 1024;
    private const int MaxDepth = 64;

    /// <summary>Never throws on what stands in <paramref name="json"/>: whatever keeps it from running comes back as a problem.</summary>
    public static LoadResult Load(string json, ActivityCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(catalogue);
        var problems = new ProblemList();
        // A script of 4 kB may nest deeper than the stack of a pool thread lets its parser follow.
        var definition = RoomyThread.Run(() => Read(json, catalogue, problems));
        return new LoadResult(problems.HasErrors ? null : definition, problems.ToList());
    }

    private static WorkflowDefinition? Read(string json, ActivityCatalogue catalogue, ProblemList problems)
    {
        if (json.Length > MaxCharacters)
        {
            problems.Error("definition.size", "$", "流程文件超过1 MB。请拆分流程或删去过大的内容。", "The definition is larger than 1 MB. Split it, or remove what is too large.");
            return null;
        }

        if (!TryParse(json.TrimStart('\uFEFF'), problems, out var document))
            return null;
        using (document)
            return ReadEnvelope(document.RootElement, catalogue, problems);
    }

    private static WorkflowDefinition? ReadEnvelope(JsonElement envelope, ActivityCatalogue catalogue, ProblemList problems)
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

        if (root.Text("type") is var rootType and not "Elsa.Flowchart")
        {
            problems.Error("root.type", "$.root", $"流程的根是“{rootType}”，只能运行流程图（Elsa.Flowchart）。请把它放进流程图里。",
                $"The root is \"{rootType}\"; only an Elsa.Flowchart runs. Put it into a flowchart.");
            return null;
        }

        var variables = VariableReader.Read(envelope, root, problems);
        var nodes = ActivityReader.Read(root, catalogue, variables, problems);
        ConnectionReader.Read(root, nodes, problems);
        if (StartFinder.Find(root, nodes, problems) is not { } start || nodes.HasRefused || problems.HasErrors)
            return null;
        var graph = new FlowGraph(root.Text("id") ?? "root", nodes.All, start);
        GraphWarnings.Add(graph, problems);
        return new WorkflowDefinition(graph, variables)
        {
            DefinitionId = definitionId ?? "",
            Name = envelope.FindAnyCase("name")?.AsText()?.Trim() ?? definitionId ?? "",
            Version = envelope.FindAnyCase("version") is { ValueKind: JsonValueKind.Number } version && version.TryGetInt32(out var number) ? number : 1,
            Activities = [.. nodes.All.Select(node => node.Activity)],
            Connections = [.. nodes.All.SelectMany(node => node.Outgoing).Select(edge => new DefinedConnection(edge.Source.Id, edge.Port, edge.Target.Id))],
        };
    }

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
