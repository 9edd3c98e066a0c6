using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Proposals.Web.Operations;

namespace Proposals.Tests.Operations;

[Trait("Asks", "NoDatabase")]
public sealed class LogLineTests
{
    [Fact]
    public void A_record_is_one_line_with_its_trace_and_the_reference_that_the_error_page_shows()
    {
        using var activity = new Activity("request").Start();
        KeyValuePair<string, object?>[] values = [new("WaitId", "a.1"), new("{OriginalFormat}", "The timer {WaitId} failed.")];
        var entry = new LogEntry<IReadOnlyList<KeyValuePair<string, object?>>>(LogLevel.Error, "Proposals.Timers", default, values, new InvalidOperationException("first\nsecond"), (_, _) => "The timer \"a.1\"\nfailed.");
        using var written = new StringWriter();

        new LogLines(TimeProvider.System).Write(entry, null, written);

        var line = written.ToString();
        Assert.Equal(Environment.NewLine, line[line.IndexOf('\n', StringComparison.Ordinal)..]);
        var record = JsonNode.Parse(line)?.AsObject() ?? [];
        Assert.Equal(["time", "level", "logger", "message", "values", "trace", "reference", "exception"], record.Select(part => part.Key));
        Assert.EndsWith("Z", record["time"]?.ToString(), StringComparison.Ordinal);
        Assert.Equal("The timer \"a.1\"\nfailed.", record["message"]?.ToString());
        Assert.Equal("a.1", record["values"]?["WaitId"]?.ToString());
        Assert.Equal(activity.TraceId.ToString(), record["trace"]?.ToString());
        Assert.Equal(activity.TraceId.ToString()[..8].ToUpperInvariant(), record["reference"]?.ToString());
        Assert.Contains("second", record["exception"]?.ToString(), StringComparison.Ordinal);
    }
}
