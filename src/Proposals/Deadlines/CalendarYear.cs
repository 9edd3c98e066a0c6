namespace Proposals.Deadlines;

/// <summary>One year's list of the State Council: the days that are not what their weekday says, and the papers that announce them.</summary>
public sealed record CalendarYear(int Year, IReadOnlyList<string> Papers, IReadOnlyList<CalendarDay> Days)
{
    /// <summary>Holidays, weekends among them.</summary>
    public int DaysOff => Days.Count(day => day.IsOff);

    /// <summary>调休上班日.</summary>
    public int DaysWorked => Days.Count(day => !day.IsOff);
}
