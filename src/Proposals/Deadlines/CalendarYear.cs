namespace Proposals.Deadlines;

/// <summary>One year's list of the State Council: the days that are not what their weekday says, and the papers that announce them.</summary>
public sealed record CalendarYear(int Year, IReadOnlyList<string> Papers, IReadOnlyList<CalendarDay> Days);
