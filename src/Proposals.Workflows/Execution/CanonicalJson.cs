using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Proposals.Workflows.Execution;

/// <summary>One text for one value: sorted keys, no white space. Values of an instance are kept as such texts.</summary>
internal static class CanonicalJson
{
    /// <summary>Deeper values cannot be meant, and every reader of a state would have to survive them.</summary>
    public const int MaxDepth = 32;

    private static readonly JsonWriterOptions writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static (Utf8JsonWriter Writer, ArrayBufferWriter<byte> Buffer)? spare;

    public static string Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var (writer, buffer) = spare ?? New();
        spare = null;
        write(writer, value);
        writer.Flush();
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        if (buffer.Capacity <= 64 * 1024)
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            spare = (writer, buffer);
        }

        return text;
    }

    public static string Of(JsonElement value) => Write(value, static (writer, element) => WriteSorted(writer, element, 0));

    public static bool TryOf(JsonElement value, out string json)
    {
        json = "null";
        if (IsTooDeep(value, 0))
            return false;
        json = Of(value);
        return true;
    }

    public static string Of(JsonNode? value)
    {
        if (value is null)
            return "null";
        using var document = JsonDocument.Parse(value.ToJsonString(), new JsonDocumentOptions { MaxDepth = 1000 });
        return Of(document.RootElement);
    }

    public static string OfString(string value) => Write(value, static (writer, text) => writer.WriteStringValue(text));

    public static string OfObject(TextMap<string> values) => Write(values, static (writer, values) =>
    {
        writer.WriteStartObject();
        foreach (var (key, json) in values)
        {
            writer.WritePropertyName(key);
            writer.WriteRawValue(json, skipInputValidation: true);
        }

        writer.WriteEndObject();
    });

    public static bool TryParse(string json, out JsonElement value)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            value = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    private static void WriteSorted(Utf8JsonWriter writer, JsonElement value, int depth)
    {
        if (depth > MaxDepth)
            throw new WorkflowFault("value.depth", $"A value of an instance may nest {MaxDepth} levels.");
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    WriteSorted(writer, property.Value, depth + 1);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    WriteSorted(writer, item, depth + 1);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(value.GetString());
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static bool IsTooDeep(JsonElement value, int depth) => depth > MaxDepth || value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(property => IsTooDeep(property.Value, depth + 1)),
        JsonValueKind.Array => value.EnumerateArray().Any(item => IsTooDeep(item, depth + 1)),
        _ => false,
    };

    private static (Utf8JsonWriter Writer, ArrayBufferWriter<byte> Buffer) New()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        return (new Utf8JsonWriter(buffer, writing), buffer);
    }
}
