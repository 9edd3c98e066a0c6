using System.Text;
using System.Text.Json.Nodes;

namespace Proposals.Persistence;

/// <summary>What of a text can be kept, printed and seen. PostgreSQL keeps no zero, a paper's file no control character, and a sign that turns the reading order lets one name look like another.</summary>
public static class PlainText
{
    /// <returns>The same instance where nothing had to go.</returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = 0;
        while (at < text.Length && Kept(text, at) is var length and > 0)
            at += length;
        if (at == text.Length)
            return text;
        var kept = new StringBuilder(text, 0, at, text.Length);
        while (at < text.Length)
        {
            var length = Kept(text, at);
            kept.Append(text, at, length);
            at += Math.Max(1, length);
        }

        return kept.ToString();
    }

    /// <summary>The same of every name and every text in it.</summary>
    /// <returns>The same instance where nothing had to go.</returns>
    public static JsonObject Of(JsonObject mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var isPlain = true;
        var plain = Members(mapping, ref isPlain);
        return isPlain ? mapping : plain;
    }

    private static JsonNode? Node(JsonNode? node, ref bool isPlain)
    {
        switch (node)
        {
            case JsonObject mapping:
                return Members(mapping, ref isPlain);
            case JsonArray list:
                var items = new JsonArray();
                foreach (var item in list)
                    items.Add(Node(item, ref isPlain));
                return items;
            case JsonValue value when value.TryGetValue<string>(out var text):
                return JsonValue.Create(Words(text, ref isPlain));
            default:
                return node?.DeepClone();
        }
    }

    private static JsonObject Members(JsonObject mapping, ref bool isPlain)
    {
        var members = new JsonObject();
        foreach (var (name, value) in mapping)
            members[Words(name, ref isPlain)] = Node(value, ref isPlain);
        return members;
    }

    private static string Words(string text, ref bool isPlain)
    {
        var plain = Of(text);
        isPlain &= ReferenceEquals(plain, text);
        return plain;
    }

    /// <summary>How many characters from here on belong together and stay; 0 for one that goes.</summary>
    private static int Kept(string text, int at)
    {
        var sign = text[at];
        if (char.IsSurrogate(sign))
            return at + 1 < text.Length && char.IsSurrogatePair(sign, text[at + 1]) ? 2 : 0;
        return Goes(sign) ? 0 : 1;
    }

    private static bool Goes(char sign) => sign switch
    {
        '\t' or '\n' or '\r' => false,
        '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\uFFFE' or '\uFFFF' => true,
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => true,
        _ => char.IsControl(sign),
    };
}
