using Proposals.Deadlines;

namespace Proposals.Tests.Deadlines;

/// <summary>Due dates as one finds them with a finger on a wall calendar: a day at a time, and by none of the product's arithmetic.</summary>
/// <param name="exceptions">True for a day that is off, false for one that is worked.</param>
internal sealed class NaiveDue(IReadOnlyDictionary<DateOnly, bool> exceptions)
{
    private static readonly Term OneWorkingDay = new(TermUnit.WorkingDays, 1);

    public (DateOnly DueOn, bool StandsStill) Of(DueReasons reasons)
    {
        var due = Begun(reasons);
        var standsStill = false;
        DateOnly[] eventful = [reasons.StartOn, .. reasons.Granted.Select(granted => granted.EffectiveOn), .. reasons.Standstills.Select(pause => pause.From)];
        var last = eventful.Max();
        for (var day = eventful.Min(); day <= last; day = day.AddDays(1))
        {
            foreach (var granted in reasons.Granted)
            {
                if (granted.EffectiveOn == day && granted.Until > due)
                    due = granted.Until;
            }

            foreach (var pause in reasons.Standstills)
            {
                if (pause.From == day && IsFelt(reasons, pause, due))
                    (due, standsStill) = pause.Until is { } until ? (Paused(reasons, pause, until, due), standsStill) : (due, true);
            }
        }

        return (due, standsStill);
    }

    public bool Works(DateOnly day)
    {
        if (exceptions.TryGetValue(day, out var isOff))
            return !isOff;
        return day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday;
    }

    public DateOnly Ahead(DateOnly start, Term term)
    {
        var (day, counted) = (start, 0);
        switch (term.Unit)
        {
            case TermUnit.DayOfYear:
                do
                    day = day.AddDays(1);
                while (day.Month != term.Amount || !IsOnOrClamped(day, term.Day));
                return day;
            case TermUnit.Months:
                while (counted < term.Amount || !(day.Day >= start.Day || IsLastOfMonth(day)))
                {
                    day = day.AddDays(1);
                    if (day.Day == 1)
                        counted++;
                }

                return day;
            default:
                while (counted < term.Amount)
                {
                    day = day.AddDays(1);
                    if (term.Unit == TermUnit.CalendarDays || Works(day))
                        counted++;
                }

                return day;
        }
    }

    public DateOnly Back(DateOnly from, Term term)
    {
        var (day, counted) = (from, 0);
        while (counted < term.Amount || (term.Unit == TermUnit.Months && day.Day > from.Day))
        {
            var isFirstOfMonth = day.Day == 1;
            day = day.AddDays(-1);
            if (term.Unit switch { TermUnit.Months => isFirstOfMonth, TermUnit.WorkingDays => Works(day), _ => true })
                counted++;
        }

        return day;
    }

    public int Left(TermUnit unit, DateOnly from, DateOnly due)
    {
        var left = 0;
        for (var day = from; day < due;)
        {
            day = day.AddDays(1);
            if (unit != TermUnit.WorkingDays || Works(day))
                left++;
        }

        return left;
    }

    /// <summary>What is left of a term of months, or until a named date, is left in calendar days.</summary>
    public static TermUnit UnitLeft(DueReasons reasons) => reasons.Term?.Unit == TermUnit.WorkingDays ? TermUnit.WorkingDays : TermUnit.CalendarDays;

    public static DateOnly CountsFrom(DueReasons reasons, Standstill pause) => pause.From > reasons.StartOn ? pause.From : reasons.StartOn;

    private static bool IsFelt(DueReasons reasons, Standstill pause, DateOnly due)
    {
        var from = CountsFrom(reasons, pause);
        var isOverBeforeItCounts = pause.Until is { } until && until <= from;
        var isTooLate = from > due;
        return reasons.BackFrom is null && !isOverBeforeItCounts && !isTooLate;
    }

    private static bool IsOnOrClamped(DateOnly day, int wanted) => day.Day == wanted || (day.Day < wanted && IsLastOfMonth(day));

    private static bool IsLastOfMonth(DateOnly day) => day.AddDays(1).Day == 1;

    private DateOnly Begun(DueReasons reasons)
    {
        if (reasons.Term is not { } term)
            return reasons.NamedOn.GetValueOrDefault();
        if (reasons.BackFrom is not { } other)
            return Rolled(reasons, Ahead(reasons.StartOn, term));
        var back = Back(other, term);
        return back < reasons.StartOn ? reasons.StartOn : back;
    }

    private DateOnly Paused(DueReasons reasons, Standstill pause, DateOnly until, DateOnly due)
    {
        var unit = UnitLeft(reasons);
        var moved = Rolled(reasons, Ahead(until, new Term(unit, Left(unit, CountsFrom(reasons, pause), due))));
        return moved != due && moved > reasons.NoLaterThan ? reasons.NoLaterThan.Value : moved;
    }

    private DateOnly Rolled(DueReasons reasons, DateOnly day) =>
        reasons.RollsMonths && reasons.Term?.Unit == TermUnit.Months && !Works(day) ? Ahead(day, OneWorkingDay) : day;
}
