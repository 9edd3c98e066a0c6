using System.Text;

namespace Proposals.Workflows.Tests.Documents;

/// <summary>Damage to a definition's text, and texts that nobody expects.</summary>
internal static class Text
{
    private static readonly string[] words =
    [
        "id", "type", "activities", "connections", "_type", "items", "$values", "root", "variables", "body", "Elsa.NotFoundActivity", "originalActivityJson", "expression", "typeName",
        "customProperties", "notFoundConnections", "JavaScript", "Object", "Variable", "Input", "Literal", "Json", "CSharp", "value", "name", "start", "Elsa.Start", "Elsa.Flowchart",
        "Elsa.FlowSwitch", "Elsa.SetVariable", "Elsa.FlowDecision", "Elsa.Switch", "cases", "branches", "Int32", "Boolean", "List<String>", "DateTime", "Guid", "TimeSpan",
    ];

    private static readonly string[] odd =
    [
        "\\ud800", "\\udc00x", "\\u0000", "\\u2028", "\u202e反", "\uFEFF", "𠮷", "\\uD842\\uDFB7", "\uFFFD", "e\u0301", "\\/", "\\\\", "\\\"", "while(true){}", "/(a+)+$/", "new Array(1e8).join('x')",
        "getVisits() > 1", "((((((((((((((((1", "[[[[", "{\\\"id\\\":\\\"v\\\"}", "1e999", "true", "2026-02-31", "UnregisteredClrType:X", "String[][][]?", "List<List<List<String>>>",
    ];

    private static readonly string[] tokens = ["{", "}", "[", "]", ",", ":", "\"", "null", "true", "-1", "1e5", "\"a\":1,", "\"id\":\"start\",", "\"type\":", "\"_type\":\"x\","];

    public static string Word(Random chance) => words[chance.Next(words.Length)];

    /// <summary>As it stands between the quotes of JSON, so that also what is no text can be made.</summary>
    public static string Odd(Random chance) => chance.Next(40) == 0 ? new string((char)chance.Next(0x20, 0x3000), chance.Next(6000)) : odd[chance.Next(odd.Length)];

    public static string Damage(string text, Random chance)
    {
        var damaged = new StringBuilder(text);
        for (var times = chance.Next(1, 4); times > 0 && damaged.Length > 2; times--)
        {
            var at = chance.Next(damaged.Length - 1);
            switch (chance.Next(7))
            {
                case 0:
                    damaged[at] = (char)(damaged[at] ^ (1 << chance.Next(7)));
                    break;
                case 1:
                    damaged.Remove(at, Math.Min(damaged.Length - at, chance.Next(1, 30)));
                    break;
                case 2:
                    damaged.Insert(at, damaged.ToString(at, Math.Min(damaged.Length - at, chance.Next(1, 60))));
                    break;
                case 3:
                    damaged.Insert(Next(damaged, at, ',') + 1, tokens[chance.Next(tokens.Length)]);
                    break;
                case 4:
                    damaged.Insert(Next(damaged, at, '"') + 1, Odd(chance));
                    break;
                case 5:
                    damaged.Insert(Next(damaged, at, '{') + 1, $"\"{Word(chance)}\":\"{Word(chance)}\",");
                    break;
                default:
                    damaged.Insert(at, (char)chance.Next(0xD800, 0xE000));
                    break;
            }
        }

        return damaged.ToString();
    }

    private static int Next(StringBuilder text, int from, char sign)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == sign)
                return at;
        }

        return 0;
    }
}
