using System.Text.Encodings.Web;
using System.Text.Json;

namespace Proposals.Workflows.Documents;

/// <summary>How JSON stands inside a text (a variable's initial value, a list of an input): in one line.</summary>
internal static class JsonFormat
{
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 200 };
}
