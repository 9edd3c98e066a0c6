using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Documents;

/// <summary>Text to nodes, with the place of everything that makes it ambiguous or unreadable.</summary>
/// <remarks>
/// The framework's own nodes throw late on two equal names and on half a surrogate pair; here both are found on the way in.
/// Traces of older writers (<c>_type</c> and the lists it wraps) are gone when this is done.
/// </remarks>
public sealed class JsonText
{
    public const int MaxCharacters = 1024 * 1024;
    public const int MaxDepth = 64;

    /// <summary>A file may say everything twice; twenty places are enough to see that.</summary>
    private const int MaxTwice = 20;

    private const string Unregistered = "UnregisteredClrType:";

    private static readonly UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly JsonPath path;
    private readonly ProblemList problems;
    private int twice;

    private JsonText(string start, ProblemList problems)
    {
        path = new JsonPath(start);
        this.problems = problems;
    }

    /// <summary>Null where the text is no JSON, says something twice in one place, or holds half a character.</summary>
    public static JsonNode? Parse(string text, int mostCharacters = MaxCharacters)
    {
        var found = new ProblemList();
        return TryParse(text, "", found, out var node, mostCharacters) && !found.Has("json.duplicate") ? node : null;
    }

    public static string Write(JsonNode node) => CanonicalText.Write(node);

    internal static bool TryParse(string text, string start, ProblemList problems, [NotNullWhen(true)] out JsonNode? node, int mostCharacters = MaxCharacters)
    {
        node = null;
        if (text.Length > mostCharacters)
        {
            problems.Error("definition.size", start, "流程文件超过1 MB。请拆分流程或删去过大的内容。", "The definition is larger than 1 MB. Split it, or remove what is too large.");
            return false;
        }

        var reading = new JsonText(start, problems);
        try
        {
            var reader = new Utf8JsonReader(strict.GetBytes(text.TrimStart('\uFEFF')), new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            node = reading.Value(ref reader);
            reader.Read();
        }
        catch (JsonException broken)
        {
            problems.Error("definition.json", start, $"流程文件不是有效的 JSON（第{broken.LineNumber + 1}行附近），或嵌套过深。请重新导出，或改正这一行。",
                $"The file is not valid JSON (near line {broken.LineNumber + 1}), or nests too deep. Export it again, or correct that line.");
            return false;
        }
        catch (InvalidOperationException)
        {
            return reading.Half();
        }
        catch (EncoderFallbackException)
        {
            return reading.Half();
        }

        return node is not null || reading.Nothing();
    }

    private bool Half()
    {
        problems.Error("definition.json", path.ToString(), "流程文件里有残缺的字符（\\ud800 之类）。请重新导出。", "The file holds half a character (such as \\ud800). Export it again.");
        return false;
    }

    private bool Nothing()
    {
        problems.Error("definition.json", path.ToString(), "流程文件是空的（null）。请导入由设计器导出的文件。", "The file says null. Import a file that the designer exported.");
        return false;
    }

    private JsonNode? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(ref reader),
        JsonTokenType.StartArray => Array(ref reader),
        JsonTokenType.String => Word(reader.GetString() ?? ""),
        JsonTokenType.Number => Number(ref reader),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        _ => null,
    };

    private JsonNode Object(ref Utf8JsonReader reader)
    {
        var found = new JsonObject();
        var isTyped = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString() ?? "";
            path.Enter(name);
            reader.Read();
            var value = Value(ref reader);
            if (name == "_type" && !path.IsBelow("customProperties"))
                isTyped = true;
            else if (!found.TryAdd(name, value) && ++twice <= MaxTwice)
                Twice(path.ToString(), name, problems);
            path.Leave();
        }

        if (isTyped && (found["items"] as JsonArray ?? found["values"] as JsonArray) is { } list)
        {
            JsonWords.Detach(list);
            return list;
        }

        return found;
    }

    internal static void Twice(string where, string name, ProblemList problems) => problems.Error("json.duplicate", where,
        $"“{Short(name)}”在同一处写了两次，不知以哪个为准。请删去一个。", $"\"{Short(name)}\" stands there twice, and nobody knows which one counts. Remove one.");

    private JsonArray Array(ref Utf8JsonReader reader)
    {
        var found = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            path.Enter(found.Count);
            found.Add(Value(ref reader));
            path.Leave();
        }

        return found;
    }

    /// <summary>As it is written, however large or exact. A document of its own for each number would make a small file a large one.</summary>
    private static JsonValue? Number(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var whole))
            return JsonValue.Create(whole);
        const int longestExact = 28;
        return reader.ValueSpan.Length <= longestExact && reader.ValueSpan.IndexOfAny((byte)'e', (byte)'E') < 0 && reader.TryGetDecimal(out var exact)
            ? JsonValue.Create(exact)
            : JsonValue.Create(JsonElement.ParseValue(ref reader));
    }

    /// <summary>Elsa writes so what it cannot read back. The types of which we know what is meant are mended; of the others nobody can tell.</summary>
    private JsonValue Word(string text)
    {
        if (!text.StartsWith(Unregistered, StringComparison.Ordinal))
            return JsonValue.Create(text);
        if (path.Last is "typeName" or "type" && TypeAliases.TryResolve(text[Unregistered.Length..], out var alias))
            return JsonValue.Create(alias);
        problems.Error("type.unregistered", path.ToString(), $"这里写的是 Elsa 无法读回的类型（{Short(text)}）。请在设计器中重新选择类型。",
            $"Here stands a type that Elsa cannot read back ({Short(text)}). Choose the type again in the designer.");
        return JsonValue.Create(text);
    }

    private static string Short(string text) => text.Length > 80 ? text[..80] + "…" : text;
}
