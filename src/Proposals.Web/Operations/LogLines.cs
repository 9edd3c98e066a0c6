using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Proposals.Web.Operations;

/// <summary>One record, one line of JSON, for whatever collects a container's output: when in UTC, in which trace, and under which reference the error page named it.</summary>
internal sealed class LogLines(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "lines";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        ArgumentNullException.ThrowIfNull(textWriter);
        var line = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(line, Json))
        {
            json.WriteStartObject();
            json.WriteString("time", clock.GetUtcNow().UtcDateTime);
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("logger", logEntry.Category);
            json.WriteString("message", logEntry.Formatter(logEntry.State, logEntry.Exception));
            if (logEntry.State is IReadOnlyList<KeyValuePair<string, object?>> { Count: > 1 } values)
                WriteValues(json, values);
            if (Activity.Current is { } activity)
            {
                json.WriteString("trace", activity.TraceId.ToString());
                json.WriteString("reference", ReferenceOf(activity));
            }

            if (logEntry.Exception is { } exception)
                json.WriteString("exception", exception.ToString());
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(line.WrittenSpan));
    }

    /// <summary>What the error page shows, short enough to read out on the telephone.</summary>
    public static string ReferenceOf(Activity activity) => activity.TraceId.ToString()[..8].ToUpperInvariant();

    /// <summary>The values of the message by their names, so that records can be searched by them.</summary>
    private static void WriteValues(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        json.WriteStartObject("values");
        foreach (var (name, value) in values)
        {
            if (name != "{OriginalFormat}")
                json.WriteString(name, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }
}
