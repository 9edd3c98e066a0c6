using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Proposals.Audit;

/// <summary>One text for one meaning: sorted keys, no blanks, UTC milliseconds, codes instead of sentences.</summary>
public static class CanonicalText
{
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    private const int InitialSize = 2048;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new EntityIdJsonConverter(), new UtcMillisecondsConverter() },
    };

    public static JsonNode? ToNode(object? value) => value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType(), Options);

    /// <summary>What was written as this type before.</summary>
    public static T? Read<T>(JsonNode? node) => node.Deserialize<T>(Options);

    public static string Write(JsonObject node)
    {
        var bytes = new ArrayBufferWriter<byte>(InitialSize);
        using (var writer = new Utf8JsonWriter(bytes, Writing))
        {
            Write(node, writer);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static string HashOf(string previousHash, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previousHash + "\n" + text)));

    private static void Write(JsonNode? node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonObject mapping:
                writer.WriteStartObject();
                foreach (var (key, value) in mapping.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(key);
                    Write(value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonArray list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                node.WriteTo(writer, Options);
                break;
        }
    }
}
