using System.Globalization;
using System.Text;
using System.Text.Json;
using Proposals.Acts;
using Proposals.Intake.Lists;

namespace Proposals.Deadlines.Calendars;

/// <summary>The public JSON of a year, and the shipped one, which says "off" instead of "isOffDay". What neither knows is passed over.</summary>
internal sealed class CalendarJson
{
    private const int LongestPaper = 500;
    private const int MostPapers = 20;

    private readonly CalendarDraft draft = new();
    private readonly JsonFields fields;

    private CalendarJson() => fields = new JsonFields(draft.Problems);

    public static CalendarDraft Read(string text, int? year)
    {
        var json = new CalendarJson();
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(text));
            json.Read(document.RootElement, year);
        }
        catch (JsonException broken)
        {
            json.draft.Problems.Add(Broken(text, broken));
        }

        return json.draft;
    }

    private static Refusal Broken(string text, JsonException broken)
    {
        var line = broken.LineNumber ?? 0;
        var bytes = Encoding.UTF8.GetBytes(text.Split('\n').ElementAtOrDefault((int)line) ?? "");
        var before = (int)Math.Min(broken.BytePositionInLine ?? 0, bytes.Length);
        return CalendarRefusals.BadJson(line + 1, Encoding.UTF8.GetCharCount(bytes, 0, before) + 1);
    }

    private void Read(JsonElement root, int? asked)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            draft.Problems.Add(CalendarRefusals.PropertyMissing(CalendarRefusals.Head, "year"));
            return;
        }

        ReadYear(root, asked);
        ReadPapers(root);
        if (fields.Find(root, CalendarRefusals.Head, "days", JsonValueKind.Array) is not { } days)
            return;
        var number = 0;
        foreach (var day in days.EnumerateArray().TakeWhile(_ => !draft.IsFull))
            ReadDay(day, CalendarRefusals.Entry(++number));
    }

    private void ReadYear(JsonElement root, int? asked)
    {
        if (fields.Find(root, CalendarRefusals.Head, "year", JsonValueKind.Number) is not { } value)
            return;
        if (value.TryGetInt32(out var year))
            draft.Settle(year, asked);
        else
            draft.Problems.Add(CalendarRefusals.PropertyType(CalendarRefusals.Head, "year"));
    }

    private void ReadPapers(JsonElement root)
    {
        if (fields.Find(root, CalendarRefusals.Head, "papers", JsonValueKind.Array) is not { } papers)
            return;
        var number = 0;
        foreach (var paper in papers.EnumerateArray().Take(MostPapers + 1).TakeWhile(_ => !draft.IsFull))
        {
            if (++number <= MostPapers && JsonFields.Text(paper) is { } address && IsAddress(address))
                draft.Papers.Add(address);
            else
                draft.Problems.Add(CalendarRefusals.BadPaper(number));
        }
    }

    private void ReadDay(JsonElement day, Refusal place)
    {
        if (day.ValueKind != JsonValueKind.Object)
        {
            draft.Problems.Add(CalendarRefusals.PropertyMissing(place, "date"));
            return;
        }

        var date = ReadDate(day, place);
        var name = fields.Text(day, place, "name") is { } raw ? draft.Name(place, raw) : null;
        var isOff = ReadOff(day, place);
        if (date is { } known && name is not null && isOff is { } off)
            draft.Add(place, known, known, name, off);
    }

    private DateOnly? ReadDate(JsonElement day, Refusal place)
    {
        if (fields.Text(day, place, "date") is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        draft.Problems.Add(CalendarRefusals.BadDate(place, DayText.Shorten(CellText.Clean(text))));
        return null;
    }

    /// <summary>Both words at once are one too many, for they may contradict each other.</summary>
    private bool? ReadOff(JsonElement day, Refusal place)
    {
        var word = JsonFields.Has(day, "off") ? "off" : "isOffDay";
        if (word == "off" && JsonFields.Has(day, "isOffDay"))
            draft.Problems.Add(CalendarRefusals.PropertyTwice(place, "isOffDay"));
        else
            return fields.Find(day, place, word, JsonValueKind.True, JsonValueKind.False)?.GetBoolean();
        return null;
    }

    private static bool IsAddress(string text) => text.Length <= LongestPaper && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
