using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Documents;

/// <summary>What stands around the root: names without regard to case, every list and flag written, what belongs into <c>options</c> put there.</summary>
internal static class EnvelopeForm
{
    private const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    private static readonly string[] texts = ["$schema", "id", "definitionId", "tenantId", "name", "description", "toolVersion"];
    private static readonly string[] lists = ["variables", "inputs", "outputs", "outcomes"];
    private static readonly string[] flags = ["isReadonly", "isSystem", "isLatest", "isPublished"];

    private static readonly PropertyOrder order = new(
        "$schema", "id", "definitionId", "tenantId", "name", "description", "createdAt", "version", "toolVersion", "variables", "inputs", "outputs", "outcomes",
        "customProperties", "isReadonly", "isSystem", "isLatest", "isPublished", "options", "usableAsActivity", "links", "root");

    private static readonly PropertyOrder free = new();

    public static void Order(JsonObject envelope) => order.Apply(envelope, "$", null);

    public static void Read(JsonObject envelope, ActivityCatalogue catalogue, ProblemList problems)
    {
        order.Apply(envelope, "$", problems);
        // Hints of the server's answers about what may be done there; no part of the definition.
        envelope.Remove("links");
        Texts(envelope, problems);
        Lists(envelope, problems);
        Flags(envelope, problems);
        Version(envelope, problems);
        EnvelopeParts.Options(envelope, problems);
        Root(envelope, catalogue, problems);
        order.Apply(envelope, "$", problems);
    }

    private static void Texts(JsonObject envelope, ProblemList problems)
    {
        envelope.TryAdd("$schema", Schema);
        foreach (var name in texts)
        {
            if (envelope[name] is { } value && JsonWords.Text(value) is null)
                EnvelopeShape.Wrong("$." + name, "一段文字", "a text", problems);
        }

        foreach (var name in new[] { "name", "description" })
        {
            if (JsonWords.Text(envelope[name]) is { } text && text != text.Trim())
                envelope[name] = text.Trim();
        }

        if (string.IsNullOrWhiteSpace(JsonWords.Text(envelope["definitionId"])))
        {
            envelope.Remove("definitionId");
            problems.Warn("definition.id", "$.definitionId", "流程没有编号（definitionId）。请填写。", "The definition has no definitionId. Give it one.");
        }

        if (envelope["createdAt"] is { } created && !DateTimeOffset.TryParse(JsonWords.Text(created), CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            EnvelopeShape.Wrong("$.createdAt", "一个时间，例如 2026-03-31T09:00:00+08:00", "a moment such as 2026-03-31T09:00:00+08:00", problems);
    }

    private static void Lists(JsonObject envelope, ProblemList problems)
    {
        foreach (var name in lists)
        {
            if (envelope[name] is { } written && JsonWords.List(written) is null)
            {
                EnvelopeShape.Wrong("$." + name, "一个列表", "a list", problems);
                continue;
            }

            var list = JsonWords.List(envelope[name]) ?? [];
            JsonWords.Replace(envelope, name, list);
            switch (name)
            {
                case "variables":
                    VariableForm.Read(list, "$.variables", isDefinitions: true, problems);
                    break;
                case "outcomes":
                    EnvelopeShape.Each(list, "$.outcomes", item => JsonWords.Text(item) is not null, "一段文字", "a text", problems);
                    break;
                default:
                    EnvelopeShape.Each(list, "$." + name, item => item is JsonObject, "一个对象", "an object", problems);
                    EnvelopeParts.Parameters(list, "$." + name, problems);
                    break;
            }
        }

        EnvelopeShape.Object(envelope, "customProperties", problems);
        if (envelope["customProperties"] is JsonObject custom)
            free.Apply(custom, "$.customProperties", problems);
    }

    private static void Flags(JsonObject envelope, ProblemList problems)
    {
        foreach (var name in flags)
        {
            if (envelope.TryAdd(name, false))
                continue;
            if (JsonWords.Flag(envelope[name]) is null)
                EnvelopeShape.Wrong("$." + name, "true 或 false", "true or false", problems);
        }
    }

    private static void Version(JsonObject envelope, ProblemList problems)
    {
        if (!envelope.ContainsKey("version"))
            envelope["version"] = 1;
        else if (envelope["version"] is not JsonValue value || value.GetValueKind() != JsonValueKind.Number || !value.TryGetValue<long>(out var number) || number is < 0 or > int.MaxValue)
            EnvelopeShape.Wrong("$.version", "一个整数", "a whole number", problems);
        else
            envelope["version"] = (int)number;
    }

    private static void Root(JsonObject envelope, ActivityCatalogue catalogue, ProblemList problems)
    {
        if (!envelope.ContainsKey("root"))
        {
            problems.Warn("root.missing", "$.root", "流程里没有流程图（root），已当作空的顺序流程。请导入由设计器导出的文件。",
                "The definition has no root and was taken for an empty sequence. Import a file that the designer exported.");
            envelope["root"] = new JsonObject { ["type"] = "Elsa.Sequence", ["activities"] = new JsonArray() };
        }

        if (envelope["root"] is not JsonObject root)
        {
            EnvelopeShape.Wrong("$.root", "一个步骤（流程图）", "an activity (a flowchart)", problems);
            return;
        }

        var form = new ActivityForm(catalogue, problems);
        if (form.ReadRoot(root) is { } canonical)
            JsonWords.Replace(envelope, "root", canonical);
    }
}
