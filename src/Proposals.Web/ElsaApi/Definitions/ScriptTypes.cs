using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Proposals.Web.ElsaApi.Definitions;

/// <summary>What Studio's editor of scripts may suggest: the functions that the engine gives a script, and the variables of the definition.</summary>
internal static partial class ScriptTypes
{
    private const string Functions =
        """
        declare function getVariable(name: string): any;
        declare function setVariable(name: string, value: any): void;
        declare function getInput(name: string): any;
        declare function getOutputFrom(activity: string, output?: string): any;
        declare function getLastResult(): any;
        declare function getFact(name: string): any;
        declare function getWorkflowDefinitionId(): string;
        declare function getWorkflowInstanceId(): string;
        declare function getWorkflowInstanceName(): string | null;
        declare function setWorkflowInstanceName(name: string): void;
        declare function getCorrelationId(): string | null;
        declare function setCorrelationId(id: string): void;
        declare function setOutcome(name: string): void;
        declare function setOutcomes(names: string[]): void;
        declare function toJson(value: any): string;
        declare function isNullOrWhiteSpace(value: any): boolean;

        """;

    public static string Of(JsonObject definition)
    {
        var text = new StringBuilder(Functions);
        var variables = VariablesOf(definition).ToArray();
        foreach (var (name, type) in variables)
            text.Append($"declare function get{name}(): {type};\ndeclare function set{name}(value: {type}): void;\n");
        return text.Append("declare const variables: { ").AppendJoin(" ", variables.Select(variable => $"{variable.Name}: {variable.Type};")).Append(" };\n").ToString();
    }

    private static IEnumerable<(string Name, string Type)> VariablesOf(JsonObject definition) =>
        from list in ActivityNodes.In(definition["root"]).Select(activity => activity["variables"]).Prepend(definition["variables"]).OfType<JsonArray>()
        from variable in list.OfType<JsonObject>()
        let name = variable["name"]?.ToString() ?? ""
        where Identifier().IsMatch(name)
        group TypeOf(variable) by name into same
        select (same.Key, same.First());

    private static string TypeOf(JsonObject variable)
    {
        var one = variable["typeName"]?.ToString() switch
        {
            "String" or "DateTime" or "DateTimeOffset" or "TimeSpan" or "Guid" => "string",
            "Boolean" => "boolean",
            "Int16" or "Int32" or "Int64" or "Long" or "Single" or "Double" or "Decimal" => "number",
            _ => "any",
        };
        return variable["isArray"] is JsonValue flag && flag.TryGetValue(out bool isArray) && isArray ? one + "[]" : one;
    }

    [GeneratedRegex(@"^[\p{L}_$][\p{L}\p{Nd}_$]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();
}
