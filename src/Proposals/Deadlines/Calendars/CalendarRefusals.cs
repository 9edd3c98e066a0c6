using Proposals.Acts;

namespace Proposals.Deadlines.Calendars;

/// <summary>Why a year's list is not taken. Places are refusals themselves, so that they are worded in the reader's language.</summary>
public static class CalendarRefusals
{
    public static Refusal Empty { get; } = new("calendar.empty");

    public static Refusal TooLong { get; } = new("calendar.too-long", CalendarReader.LongestText);

    public static Refusal TooManyDays { get; } = new("calendar.too-many-days", CalendarDraft.MostDays);

    /// <summary>No day says its year, and nobody chose one.</summary>
    public static Refusal NoYear { get; } = new("calendar.no-year");

    /// <summary>The JSON outside its days.</summary>
    public static Refusal Head { get; } = new("calendar.head");

    /// <param name="number">From 1, as people count.</param>
    public static Refusal Entry(int number) => new("calendar.entry", number);

    /// <param name="number">From 1, as in the pasted text.</param>
    public static Refusal Row(int number) => new("calendar.row", number);

    public static Refusal BadJson(long line, long letter) => new("calendar.bad-json", line, letter);

    public static Refusal PropertyMissing(Refusal place, string property) => new("calendar.property-missing", place, property);

    public static Refusal PropertyType(Refusal place, string property) => new("calendar.property-type", place, property);

    public static Refusal PropertyTwice(Refusal place, string property) => new("calendar.property-twice", place, property);

    /// <summary>Papers become links, so nothing but an address of the web is one.</summary>
    public static Refusal BadPaper(int number) => new("calendar.bad-paper", number);

    public static Refusal CellMissing(Refusal place, string column) => new("calendar.cell-missing", place, column);

    public static Refusal BadDate(Refusal place, string text) => new("calendar.bad-date", place, text);

    public static Refusal BadSpan(Refusal place, string text) => new("calendar.bad-span", place, text, WrittenSpan.LongestDays);

    /// <summary>The end of December without a year: a list may begin there, a year before its own.</summary>
    public static Refusal WhichDecember(Refusal place, string text, int year) => new("calendar.which-december", place, text, year - 1, year);

    public static Refusal BadKind(Refusal place, string text) => new("calendar.bad-kind", place, text);

    public static Refusal ColumnTwice(Refusal place, string column) => new("calendar.column-twice", place, column);

    /// <summary>A table with a column of its own for the days worked would be read by half.</summary>
    public static Refusal DayElsewhere(Refusal place, string text) => new("calendar.day-elsewhere", place, text);

    public static Refusal NameMissing(Refusal place) => new("calendar.name-missing", place);

    public static Refusal NameTooLong(Refusal place) => new("calendar.name-too-long", place, CalendarDraft.LongestName);

    public static Refusal BadYear(int year) => new("calendar.bad-year", year, OfficeYears.First, OfficeYears.Last);

    public static Refusal OtherYear(int said, int asked) => new("calendar.other-year", said, asked);

    public static Refusal YearsDiffer(Refusal place, DateOnly date, Refusal otherPlace, DateOnly otherDate) => new("calendar.years-differ", place, date, otherPlace, otherDate);

    public static Refusal NotInYear(Refusal place, DateOnly date, int year) => new("calendar.not-in-year", place, date, year);

    public static Refusal DoubleDay(Refusal first, Refusal second, DateOnly date) => new("calendar.double-day", first, second, date);

    public static Refusal PlainWeekday(Refusal place, DateOnly date) => new("calendar.plain-weekday", place, date);

    public static Refusal GapInHoliday(string name, DateOnly worked) => new("calendar.gap-in-holiday", name, worked);

    public static Refusal HolidayMissing(string name) => new("calendar.holiday-missing", name);

    /// <summary>Deadlines would count through a year that only knows weekends, without saying so.</summary>
    public static Refusal YearBetween(int added, int missing) => new("calendar.year-between", added, missing);
}
