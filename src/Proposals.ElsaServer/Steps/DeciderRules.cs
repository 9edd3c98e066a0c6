using System.Text.Json;
using System.Text.Json.Nodes;

namespace Proposals.ElsaServer.Steps;

/// <summary>The product's deciders once more: their delegates cannot travel as JSON. A fact that is missing counts as no, as in the embedded engine.</summary>
internal static class DeciderRules
{
    private static readonly Dictionary<string, Func<JsonObject, Func<string, string>, bool>> Rules = new()
    {
        ["Proposals.ConsultationsEnough"] = (facts, _) => Flag(facts, "consultationsEnough"),
        ["Proposals.PrincipalSigns"] = (facts, _) => Flag(facts, "principalSigns"),
        ["Proposals.ResultIs"] = (facts, input) => Word(facts, "result") is { } result && result == input("result"),
    };

    public static bool Know(string type) => Rules.ContainsKey(type);

    public static bool Holds(string type, JsonObject facts, Func<string, string> input) => Rules[type](facts, input);

    private static bool Flag(JsonObject facts, string fact) => facts[fact]?.GetValueKind() is JsonValueKind.True;

    private static string? Word(JsonObject facts, string fact) => facts[fact] is JsonValue value && value.TryGetValue(out string? word) ? word : null;
}
