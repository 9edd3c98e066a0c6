using System.Globalization;
using System.Text;

namespace Proposals.Deadlines;

/// <param name="Uid">The same for the same date forever: by it a calendar program moves an entry instead of adding one.</param>
public sealed record CalendarEvent(string Uid, DateOnly Day, string Summary, Uri Page);

/// <summary>All-day events as iCalendar text (RFC 5545).</summary>
public static class CalendarText
{
    /// <summary>Octets of a line without its line break.</summary>
    private const int LongestLine = 75;

    private const string LineEnd = "\r\n";

    public static string Of(string name, IEnumerable<CalendarEvent> events, DateTimeOffset writtenAt)
    {
        ArgumentNullException.ThrowIfNull(events);
        var text = new StringBuilder();
        var stamp = writtenAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Proposals//Deadlines//ZH");
        Line(text, "METHOD:PUBLISH");
        Line(text, $"X-WR-CALNAME:{Escaped(name)}");
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT4H");
        Line(text, "X-PUBLISHED-TTL:PT4H");
        foreach (var entry in events)
        {
            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{Escaped(entry.Uid)}");
            Line(text, $"DTSTAMP:{stamp}");
            Line(text, string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{entry.Day:yyyyMMdd}"));
            Line(text, $"SUMMARY:{Escaped(entry.Summary)}");
            Line(text, $"URL:{entry.Page.AbsoluteUri}");
            Line(text, "TRANSP:TRANSPARENT");
            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var sign in value.ReplaceLineEndings("\n"))
        {
            switch (sign)
            {
                case '\n':
                    text.Append("\\n");
                    break;
                case '\\' or ';' or ',':
                    text.Append('\\').Append(sign);
                    break;
                case var control when char.IsControl(control):
                    break;
                default:
                    text.Append(sign);
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>A long line goes on behind a break and a blank, which counts too. A break inside a character would make two broken ones of it.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append(LineEnd).Append(' ');
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append(LineEnd);
    }
}
