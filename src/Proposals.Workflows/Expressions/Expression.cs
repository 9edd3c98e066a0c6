using System.Text.Json;
using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Expressions;

/// <summary>A compiled input. Its value is canonical JSON; nodes are made fresh each time, because whoever receives one may hang it into a tree.</summary>
internal abstract class Expression
{
    public abstract string Json(WorkflowRun run);

    public virtual JsonNode? Node(WorkflowRun run) => JsonNode.Parse(Json(run));

    /// <summary>The value as text; null where it is null.</summary>
    public string? Text(WorkflowRun run) => AsText(Json(run));

    /// <summary>The value as a list of texts; one text is a list of one.</summary>
    public IReadOnlyList<string> Texts(WorkflowRun run) => AsTexts(Json(run));

    protected static string? AsText(string json) => json == "null" || !CanonicalJson.TryParse(json, out var value) ? null : value.AsText() ?? json;

    protected static IReadOnlyList<string> AsTexts(string json) => CanonicalJson.TryParse(json, out var value) && value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(item => item.ToString())]
        : AsText(json) is not { } text ? []
        : text.StartsWith('[') && CanonicalJson.TryParse(text, out var inner) && inner.ValueKind == JsonValueKind.Array ? AsTexts(text)
        : [text];

    public bool IsTrue(WorkflowRun run) => Json(run) switch
    {
        "true" or "\"true\"" or "\"True\"" => true,
        "false" or "\"false\"" or "\"False\"" or "null" or "0" or "\"\"" => false,
        var number when CanonicalJson.TryParse(number, out var value) && value.ValueKind == JsonValueKind.Number => true,
        _ => throw new WorkflowFault("condition.type", "The condition gave neither true nor false."),
    };
}

internal sealed class LiteralExpression : Expression
{
    private readonly string json;
    private readonly string? text;

    public LiteralExpression(string json)
    {
        this.json = json;
        text = json[0] == '"' && CanonicalJson.TryParse(json, out var value) ? value.AsText() : null;
    }

    public override string Json(WorkflowRun run) => json;

    public string? Text() => AsText(json);

    public IReadOnlyList<string> Texts() => AsTexts(json);

    public override JsonNode? Node(WorkflowRun run) => text is not null ? JsonValue.Create(text) : json switch
    {
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        "null" => null,
        _ => JsonNode.Parse(json),
    };
}

internal sealed class VariableExpression(DefinedVariable variable) : Expression
{
    public override string Json(WorkflowRun run) => run.Variable(variable);
}

internal sealed class InputExpression(string name) : Expression
{
    public override string Json(WorkflowRun run) => run.Input(name);
}
