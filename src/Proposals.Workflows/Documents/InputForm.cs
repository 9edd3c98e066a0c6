using System.Text.Json;
using System.Text.Json.Nodes;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Documents;

/// <summary>Inputs and outputs: <c>{ typeName, expression: { type, value } }</c> and <c>{ typeName, memoryReference }</c>.</summary>
internal static class InputForm
{
    private static readonly PropertyOrder inputOrder = new("typeName", "expression");
    private static readonly PropertyOrder outputOrder = new("typeName", "memoryReference", "converter");
    private static readonly PropertyOrder expressionOrder = new("type", "value");
    private static readonly PropertyOrder namedOrder = new("id", "name", "typeName", "storageDriverTypeName");

    public static bool IsWrapped(JsonNode? value) =>
        value is JsonObject wrapped && (wrapped["expression"] is JsonObject || (JsonWords.Text(wrapped["typeName"]) is not null && wrapped["id"] is null));

    /// <summary>Studio gives an input that it edited an empty place for an output too; the expression tells them apart.</summary>
    public static bool IsOutput(JsonNode? value) => value is JsonObject wrapped && wrapped.ContainsKey("memoryReference") && wrapped["expression"] is not JsonObject;

    /// <summary>What stands for an input that the catalogue knows: wrapped as Elsa's writer would, where that is possible.</summary>
    public static JsonNode Described(InputDescriptor input, JsonNode value, string where, ProblemList problems)
    {
        if (JsonWords.IsPrimitive(value))
            return Wrap(input.TypeName, "Literal", value.DeepClone());
        if (value is JsonArray list)
            return Wrap(input.TypeName, "Object", list.ToJsonString(JsonFormat.Compact));
        if (value is JsonObject wrapped)
        {
            Order(wrapped, where, problems);
            if (wrapped["expression"] is JsonObject)
                wrapped["typeName"] ??= input.TypeName;
        }

        Wrapped(value, where, problems);
        return value;
    }

    public static void Wrapped(JsonNode value, string where, ProblemList problems)
    {
        if (value is not JsonObject wrapped)
            return;
        Order(wrapped, where, problems);
        if (JsonWords.Text(wrapped["typeName"]) is { } type)
            wrapped["typeName"] = TypeAliases.Canonical(type);
        if (wrapped["expression"] is JsonObject expression)
            Expression(expression, where + ".expression", problems);
        Order(wrapped, where, problems);
    }

    public static void Expression(JsonObject expression, string where, ProblemList problems)
    {
        expressionOrder.Apply(expression, where, problems);
        var type = JsonWords.Text(expression["type"]);
        if (type == "Json")
            expression["type"] = type = "Object";
        if (type == "Object" && expression["value"] is { } value && value.GetValueKind() != JsonValueKind.String)
            expression["value"] = value.ToJsonString(JsonFormat.Compact);
        else if (type is "Variable" or "Input")
            Named(expression, where, problems);
    }

    /// <summary>Studio writes the variable or input it means as the text of its JSON, the server as the JSON itself.</summary>
    private static void Named(JsonObject expression, string where, ProblemList problems)
    {
        if (JsonWords.Text(expression["value"]) is { } text && text.StartsWith('{') && JsonText.TryParse(text, where + ".value", new ProblemList(), out var parsed) && parsed is JsonObject)
            expression["value"] = parsed;
        if (expression["value"] is not JsonObject named)
            return;
        namedOrder.Apply(named, where + ".value", problems);
        if (JsonWords.Text(named["typeName"]) is { } type)
            named["typeName"] = TypeAliases.Canonical(type);
        if (JsonWords.Text(named["storageDriverTypeName"]) is { } driver)
            named["storageDriverTypeName"] = TypeAliases.StorageDriver(driver);
    }

    private static void Order(JsonObject wrapped, string where, ProblemList problems) => (IsOutput(wrapped) ? outputOrder : inputOrder).Apply(wrapped, where, problems);

    private static JsonObject Wrap(string typeName, string type, JsonNode value) => new()
    {
        ["typeName"] = typeName,
        ["expression"] = new JsonObject { ["type"] = type, ["value"] = value },
    };
}
