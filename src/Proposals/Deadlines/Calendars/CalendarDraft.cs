using Proposals.Acts;
using Proposals.Intake.Lists;

namespace Proposals.Deadlines.Calendars;

/// <summary>A list while it is read: what was understood, and what was not.</summary>
internal sealed class CalendarDraft
{
    public const int LongestName = 40;

    /// <summary>More days than a year has are no list of a year's exceptions.</summary>
    public const int MostDays = 366;

    public int? Year { get; set; }

    public List<string> Papers { get; } = [];

    public List<ListedDay> Days { get; } = [];

    public List<Refusal> Problems { get; } = [];

    /// <summary>Reading on would only lengthen what nobody reads to its end.</summary>
    public bool IsFull => Problems.Count >= CalendarReader.MostProblems;

    public void Add(Refusal place, DateOnly first, DateOnly last, string name, bool isOff)
    {
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            if (Days.Count < MostDays)
                Days.Add(new ListedDay(place, date, name, isOff));
            else if (!Problems.Contains(CalendarRefusals.TooManyDays))
                Problems.Add(CalendarRefusals.TooManyDays);
        }
    }

    /// <summary>The name as it is kept, complained of where it cannot be.</summary>
    public string Name(Refusal place, string raw)
    {
        var name = CellText.OneLine(CellText.Clean(raw));
        if (name.Length == 0)
            Problems.Add(CalendarRefusals.NameMissing(place));
        else if (name.Length > LongestName)
            Problems.Add(CalendarRefusals.NameTooLong(place));
        return name;
    }

    public void Settle(int? said, int? asked)
    {
        if (said is { } own && asked is { } other && own != other)
            Problems.Add(CalendarRefusals.OtherYear(own, other));
        else if ((said ?? asked) is { } year && !OfficeYears.Hold(year))
            Problems.Add(CalendarRefusals.BadYear(year));
        else
            Year = said ?? asked;
    }
}

/// <param name="Place">Where it stands in the text: a row, or an entry of the JSON.</param>
internal sealed record ListedDay(Refusal Place, DateOnly Date, string Name, bool IsOff);
