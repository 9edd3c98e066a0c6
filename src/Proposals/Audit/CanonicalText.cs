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

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new EntityIdJsonConverter(), new UtcMillisecondsConverter() },
    };

    public static JsonNode? ToNode(object? value) => value is null ? null : Sorted(JsonSerializer.SerializeToNode(value, value.GetType(), Options));

    /// <summary>What was written as this type before.</summary>
    public static T? Read<T>(JsonNode? node) => node.Deserialize<T>(Options);

    public static string Write(JsonObject node) => Sorted(node)?.ToJsonString(Options) ?? "null";

    public static string HashOf(string previousHash, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previousHash + "\n" + text)));

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject mapping => new JsonObject(mapping
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
