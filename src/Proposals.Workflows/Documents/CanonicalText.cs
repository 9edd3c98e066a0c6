using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Proposals.Workflows.Documents;

/// <summary>Nodes to text for people and for line-by-line comparison: two spaces, LF, Chinese as it is.</summary>
/// <remarks>The framework's writer escapes every character beyond the basic plane, and rare Chinese names have some.</remarks>
internal sealed class CanonicalText
{
    private static readonly SearchValues<char> escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Append('"').Append('\\').Append(0x2028).Append(0x2029).Append(0xFEFF).Select(code => (char)code)]);

    private readonly StringBuilder text = new(4096);
    private readonly int maxDepth;
    private readonly int maxCharacters;
    private int depth;

    private CanonicalText(int maxDepth, int maxCharacters)
    {
        this.maxDepth = maxDepth;
        this.maxCharacters = maxCharacters;
    }

    public static string Write(JsonNode node)
    {
        var writing = new CanonicalText(int.MaxValue, int.MaxValue);
        writing.Value(node);
        return writing.text.Append('\n').ToString();
    }

    /// <summary>False where the text would be larger or deeper than one that can be read again.</summary>
    public static bool TryWrite(JsonNode node, int maxDepth, int maxCharacters, [NotNullWhen(true)] out string? written)
    {
        var writing = new CanonicalText(maxDepth, maxCharacters);
        written = writing.Value(node) && writing.text.Length < maxCharacters ? writing.text.Append('\n').ToString() : null;
        return written is not null;
    }

    private bool Value(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject found:
                return Object(found);
            case JsonArray list:
                return List(list);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Quoted(value.GetValue<string>());
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                Number(value);
                break;
            case JsonValue value:
                text.Append(value.GetValueKind() == JsonValueKind.True ? "true" : "false");
                break;
            default:
                text.Append("null");
                break;
        }

        return text.Length < maxCharacters;
    }

    private void Number(JsonValue value)
    {
        if (value.TryGetValue<JsonElement>(out var raw))
            text.Append(raw.GetRawText());
        else if (value.TryGetValue<long>(out var whole))
            text.Append(whole);
        else if (value.TryGetValue<decimal>(out var exact))
            text.Append(exact);
        else
            text.Append(value.ToJsonString());
    }

    private bool Object(JsonObject found)
    {
        if (++depth > maxDepth)
            return false;
        var first = true;
        text.Append('{');
        foreach (var (name, value) in found)
        {
            Next(ref first);
            Quoted(name);
            text.Append(": ");
            if (!Value(value))
                return false;
        }

        return Close('}', first);
    }

    private bool List(JsonArray list)
    {
        if (++depth > maxDepth)
            return false;
        var first = true;
        text.Append('[');
        foreach (var value in list)
        {
            Next(ref first);
            if (!Value(value))
                return false;
        }

        return Close(']', first);
    }

    private void Next(ref bool first)
    {
        text.Append(first ? "\n" : ",\n").Append(' ', depth * 2);
        first = false;
    }

    private bool Close(char sign, bool empty)
    {
        depth--;
        if (!empty)
            text.Append('\n').Append(' ', depth * 2);
        text.Append(sign);
        return text.Length < maxCharacters;
    }

    private void Quoted(string word)
    {
        text.Append('"');
        var rest = word.AsSpan();
        for (var next = rest.IndexOfAny(escaped); next >= 0; next = rest.IndexOfAny(escaped))
        {
            text.Append(rest[..next]);
            _ = rest[next] switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                var control => text.Append("\\u").Append(((int)control).ToString("x4", CultureInfo.InvariantCulture)),
            };
            rest = rest[(next + 1)..];
        }

        text.Append(rest).Append('"');
    }
}
