using System.Text;

namespace Proposals.Tests.Deadlines;

/// <summary>An iCalendar text as a calendar program reads it: lines unfolded, texts unescaped. Strict about what the format is strict about.</summary>
internal sealed record ReadCalendar(IReadOnlyDictionary<string, string> Head, IReadOnlyList<IReadOnlyDictionary<string, string>> Events)
{
    private const int LongestLine = 75;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ReadCalendar Of(byte[] bytes)
    {
        var lines = Unfolded(bytes);
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^1]));
        var head = new Dictionary<string, string>();
        var events = new List<IReadOnlyDictionary<string, string>>();
        Dictionary<string, string>? open = null;
        foreach (var line in lines.Skip(1).SkipLast(1))
        {
            switch (line)
            {
                case "BEGIN:VEVENT":
                    Assert.Null(open);
                    open = [];
                    break;
                case "END:VEVENT":
                    Assert.NotNull(open);
                    events.Add(open);
                    open = null;
                    break;
                default:
                    var parts = line.Split(':', 2);
                    Assert.Equal(2, parts.Length);
                    (open ?? head).Add(parts[0], parts[0] is "URL" ? parts[1] : Unescaped(parts[1]));
                    break;
            }
        }

        Assert.Null(open);
        return new ReadCalendar(head, events);
    }

    /// <summary>Each physical line is whole UTF-8 by itself, so no character was cut.</summary>
    private static List<string> Unfolded(byte[] bytes)
    {
        var lines = new List<string>();
        var start = 0;
        while (start < bytes.Length)
        {
            var end = start;
            while (bytes[end] != '\r')
            {
                Assert.NotEqual((byte)'\n', bytes[end]);
                end++;
            }

            Assert.Equal((byte)'\n', bytes[end + 1]);
            Assert.InRange(end - start, 1, LongestLine);
            var line = Strict.GetString(bytes, start, end - start);
            if (line[0] == ' ')
                lines[^1] += line[1..];
            else
                lines.Add(line);
            start = end + 2;
        }

        return lines;
    }

    private static string Unescaped(string value)
    {
        var text = new StringBuilder();
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] != '\\')
            {
                Assert.DoesNotContain(value[at], ";,");
                text.Append(value[at]);
                continue;
            }

            at++;
            text.Append(value[at] == 'n' ? '\n' : value[at]);
        }

        return text.ToString();
    }
}
