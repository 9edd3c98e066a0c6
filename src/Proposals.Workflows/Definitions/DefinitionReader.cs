using System.Text.Json;
using Proposals.Workflows.Activities;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Documents;
using Proposals.Workflows.Scripting;

namespace Proposals.Workflows.Definitions;

/// <summary>Compiles a definition. The document takes whatever form Elsa wrote; only what can run gets through here.</summary>
public static class DefinitionReader
{
    /// <summary>Never throws on what stands in <paramref name="json"/>: whatever keeps it from running comes back as a problem.</summary>
    /// <param name="findInner">Finds the text of a definition that this one uses as an activity; without it there are none.</param>
    public static LoadResult Load(string json, ActivityCatalogue catalogue, FindDefinition? findInner = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(catalogue);
        var problems = new ProblemList();
        var children = new ChildDefinitions(findInner ?? ((_, _) => null), [], new ScriptAllowance());
        // A script of 4 kB may nest deeper than the stack of a pool thread lets its parser follow.
        var definition = RoomyThread.Run(() => Read(json, catalogue, children, problems, ""));
        return new LoadResult(problems.HasErrors ? null : definition, problems.ToList());
    }

    /// <summary>The same drawing with every decision open. Only for what <see cref="Load"/> found runnable.</summary>
    internal static WorkflowDefinition? LoadForProof(string json, ActivityCatalogue catalogue, FindDefinition? findInner) =>
        RoomyThread.Run(() => Read(json, catalogue, new ChildDefinitions(findInner ?? ((_, _) => null), [], new ScriptAllowance()) { ForProof = true }, new ProblemList(), ""));

    /// <param name="prefix">Of the keys of its activities; empty for a definition that stands alone.</param>
    internal static WorkflowDefinition? Read(string json, ActivityCatalogue catalogue, ChildDefinitions children, ProblemList problems, string prefix)
    {
        var read = DefinitionDocument.Read(json, catalogue);
        problems.Add(read.Problems);
        if (read.Document is not { } document)
            return null;
        using var canonical = JsonDocument.Parse(document.ToText());
        return Compile(document, canonical.RootElement, catalogue, children, problems, prefix);
    }

    private static WorkflowDefinition? Compile(
        DefinitionDocument document, JsonElement envelope, ActivityCatalogue catalogue, ChildDefinitions children, ProblemList problems, string prefix)
    {
        if (document.DefinitionId.Length == 0)
            problems.Error("definition.id", "$.definitionId", "流程没有编号（definitionId）。请填写。", "The definition has no definitionId. Give it one.");
        if (problems.Has("root.missing") || envelope.Find("root") is not { } root)
        {
            problems.Error("root.missing", "$.root", "流程里没有流程图（root）。请导入由设计器导出的文件。", "The definition has no root. Import a file that the designer exported.");
            return null;
        }

        var variables = VariableReader.Read(envelope.Find("variables"), "$.variables", prefix.TrimEnd(':'), problems);
        var reader = new ActivityReader(catalogue, children.Inside(document.DefinitionId), problems, prefix);
        if (reader.Read(root, "$.root", new VisibleVariables(variables, null), 0) is not { } node)
            return null;
        var taken = Tree(node).Select(inside => inside.Id).ToHashSet();
        return new WorkflowDefinition(node, variables)
        {
            DefinitionId = document.DefinitionId,
            Name = document.Name,
            Version = document.Version,
            Activities = node.Activity.Descriptor.IsContainer ? reader.Activities[1..] : reader.Activities,
            Connections = reader.Connections,
            KeysByName = reader.KeysByName,
            JournalId = Enumerable.Range(1, taken.Count + 1).Select(number => $"Workflow{number}").First(name => !taken.Contains(name)),
            ContinuesWithIncidents = Strategy(envelope).Contains("ContinueWithIncidentsStrategy", StringComparison.Ordinal),
            Outcomes = [.. envelope.Find("outcomes").Items().Select(outcome => outcome.AsText()).OfType<string>()],
            InputNames = [.. Names(envelope.Find("inputs"))],
            OutputNames = [.. Names(envelope.Find("outputs"))],
        };
    }

    private static string Strategy(JsonElement envelope) => envelope.Find("options")?.Find("incidentStrategyType")?.AsText() ?? "";

    private static IEnumerable<string> Names(JsonElement? list) => list.Items().Select(item => item.Find("name")?.AsText()).OfType<string>();

    private static IEnumerable<ActivityNode> Tree(ActivityNode node) => node.Executor.Children.SelectMany(Tree).Prepend(node);
}
