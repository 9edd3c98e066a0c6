using System.Text.Json;
using System.Text.Json.Nodes;

namespace Proposals.Workflows.Execution;

/// <summary>A value that somebody typed for an output of an activity.</summary>
public static class GivenValue
{
    /// <param name="text">JSON; what is none is a plain text.</param>
    /// <param name="value">What an answer may carry.</param>
    /// <returns>False where the text is JSON that no instance can keep: a name that stands twice, half a character, too many levels.</returns>
    public static bool TryRead(string text, out JsonNode? value)
    {
        ArgumentNullException.ThrowIfNull(text);
        value = null;
        if (!IsJson(text))
        {
            value = JsonValue.Create(text.Trim());
            return true;
        }

        try
        {
            // One level is the output that holds the value.
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = CanonicalJson.MaxDepth - 1 });
            value = JsonNode.Parse(CanonicalJson.Of(document.RootElement));
            return true;
        }
        catch (Exception thrown) when (thrown is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = int.MaxValue });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
