using System.Text.Encodings.Web;
using System.Text.Json;
using Proposals.Acts;
using Proposals.Deadlines;

namespace Proposals.Tests.Deadlines;

/// <summary>The shipped years, written in the ways in which people may have them.</summary>
internal static class HolidayLists
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<CalendarYear> Shipped { get; } = Read();

    public static IReadOnlyDictionary<string, Func<CalendarYear, string>> Writings { get; } = new Dictionary<string, Func<CalendarYear, string>>
    {
        ["the public JSON"] = PublicJson,
        ["our own JSON"] = OurJson,
        ["single days"] = SingleDays,
        ["ranges"] = Ranges,
        ["ranges with years"] = list => "日期\t节日\t安排\n" + Rows(list, (first, last) => $"{first:yyyy年M月d日}至{last:yyyy年M月d日}"),
    };

    public static CalendarYear Of(int year) => Shipped.Single(list => list.Year == year);

    public static string PublicJson(CalendarYear list) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["$schema"] = "https://example.org/schema.json",
        ["year"] = list.Year,
        ["papers"] = list.Papers,
        ["days"] = list.Days.Select(day => new { name = day.Name, date = $"{day.Date:yyyy-MM-dd}", isOffDay = day.IsOff }),
    }, Json);

    public static string OurJson(CalendarYear list) =>
        JsonSerializer.Serialize(new { year = list.Year, papers = list.Papers, days = list.Days.Select(day => new { date = $"{day.Date:yyyy-MM-dd}", name = day.Name, off = day.IsOff }) }, Json);

    public static string SingleDays(CalendarYear list) =>
        "日期,节日,安排\n" + string.Concat(list.Days.Select(day => $"{day.Date:yyyy-MM-dd},{day.Name},{(day.IsOff ? "休" : "班")}\n"));

    /// <summary>Without headings and years.</summary>
    public static string Ranges(CalendarYear list) => Rows(list, (first, last) => first == last ? $"{first:M月d日}" : $"{first:M月d日}至{(first.Month == last.Month ? $"{last:%d}日" : $"{last:M月d日}")}");

    /// <summary>In few letters: the code without its slice, then the arguments.</summary>
    public static string Say(Refusal refusal) => string.Join(' ', refusal.Arguments.Select(argument => argument switch
    {
        Refusal place => Say(place),
        DateOnly date => $"{date:yyyy-MM-dd}",
        _ => $"{argument}",
    }).Prepend(refusal.Code.Replace("calendar.", "", StringComparison.Ordinal)));

    private static string Rows(CalendarYear list, Func<DateOnly, DateOnly, string> write)
    {
        var rows = new List<(CalendarDay First, DateOnly Last)>();
        foreach (var day in list.Days)
        {
            if (rows.Count > 0 && rows[^1] is var (first, last) && last.AddDays(1) == day.Date && first.Name == day.Name && first.IsOff == day.IsOff)
                rows[^1] = (first, day.Date);
            else
                rows.Add((day, day.Date));
        }

        return string.Concat(rows.Select(row => $"{write(row.First.Date, row.Last)}\t{row.First.Name}\t{(row.First.IsOff ? "放假" : "调休上班")}\n"));
    }

    private static CalendarYear[] Read()
    {
        using var stream = typeof(OfficeRules).Assembly.GetManifestResourceStream("china-calendar.json") ?? throw new InvalidOperationException("The shipped calendar is missing.");
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("years").EnumerateArray().Select(year => new CalendarYear(
            year.GetProperty("year").GetInt32(),
            [.. year.GetProperty("papers").EnumerateArray().Select(paper => paper.GetString() ?? "")],
            [.. year.GetProperty("days").EnumerateArray().Select(day => new CalendarDay(DateOnly.Parse(day.GetProperty("date").GetString() ?? ""), day.GetProperty("name").GetString() ?? "", day.GetProperty("off").GetBoolean()))]))];
    }
}
