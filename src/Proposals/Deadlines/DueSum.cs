namespace Proposals.Deadlines;

/// <summary>期限怎么算的: a due date and the lines that add up to it.</summary>
public sealed record DueSum(DateOnly DueOn, IReadOnlyList<DueLine> Lines)
{
    /// <summary>The clock stands still: the date is the one it had, and moves on by the days until it runs again.</summary>
    public bool StandsStill => Lines.Any(line => line.Reason == DueReason.StandsStill);

    public static DueSum Of(WorkCalendar calendar, DueReasons reasons)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(reasons);
        return new Adding(calendar, reasons).Sum();
    }

    /// <summary>Carries the date from line to line.</summary>
    private sealed class Adding(WorkCalendar calendar, DueReasons reasons)
    {
        private readonly List<DueLine> lines = [];
        private DateOnly due;

        private bool CountsWorkingDays => reasons.Term?.Unit == TermUnit.WorkingDays;

        public DueSum Sum()
        {
            Begin();
            Roll();
            foreach (var (_, apply) in reasons.Granted.Select(granted => (On: granted.EffectiveOn, Apply: (Action)(() => Grant(granted))))
                .Concat(reasons.Standstills.Select(pause => (On: pause.From, Apply: (Action)(() => Wait(pause))))).OrderBy(happened => happened.On))
            {
                apply();
            }

            return new DueSum(due, lines);
        }

        private void Begin()
        {
            Say(DueReason.Started, reasons.StartOn, reasons.StartOn);
            if (reasons.Term is not { } term)
            {
                Say(DueReason.Named, reasons.StartOn, reasons.NamedOn ?? throw new InvalidOperationException("A deadline has a term or a named date."));
            }
            else if (reasons.BackFrom is { } other)
            {
                Say(DueReason.CountedBack, other, Back(other, term), term.Amount);
                if (due < reasons.StartOn)
                    Say(DueReason.NotBeforeStart, reasons.StartOn, reasons.StartOn);
            }
            else
            {
                Say(DueReason.Counted, reasons.StartOn, calendar.Due(reasons.StartOn, term, rollMonths: false), term.Amount);
            }
        }

        private DateOnly Back(DateOnly other, Term term) => term.Unit switch
        {
            TermUnit.WorkingDays => calendar.WorkingDaysFrom(other, -term.Amount),
            TermUnit.CalendarDays => other.AddDays(-term.Amount),
            _ => other.AddMonths(-term.Amount),
        };

        private void Roll()
        {
            if (reasons is { RollsMonths: true, Term.Unit: TermUnit.Months, BackFrom: null } && !calendar.IsWorkingDay(due))
                Say(DueReason.Rolled, due, calendar.WorkingDaysFrom(due, 1));
        }

        /// <summary>An extension never takes days away: a pause may have carried the date further meanwhile.</summary>
        private void Grant(GrantedDate granted)
        {
            if (granted.Until > due)
                Say(DueReason.Granted, granted.EffectiveOn, granted.Until, source: granted.Source);
        }

        /// <summary>What was left on the day the clock stopped is left on the day it goes on.</summary>
        private void Wait(Standstill pause)
        {
            // Counted back from a date that stood still itself, it has moved with that date.
            var from = pause.From < reasons.StartOn ? reasons.StartOn : pause.From;
            if (reasons.BackFrom is not null || from > due || pause.Until <= from)
                return;
            var left = CountsWorkingDays ? calendar.WorkingDaysBetween(from, due) : due.DayNumber - from.DayNumber;
            if (pause.Until is not { } until)
            {
                Say(DueReason.StandsStill, from, due, left, pause.Source);
                return;
            }

            var before = due;
            Say(DueReason.Waited, until, CountsWorkingDays ? calendar.WorkingDaysFrom(until, left) : until.AddDays(left), left, pause.Source);
            Roll();
            if (due != before && reasons.NoLaterThan is { } last && due > last)
                Say(DueReason.NoLater, last, last);
        }

        private void Say(DueReason reason, DateOnly on, DateOnly becomes, int amount = 0, Guid? source = null)
        {
            due = becomes;
            lines.Add(new DueLine(reason, on, becomes) { Amount = amount, Source = source });
        }
    }
}

/// <summary>One line of the sum: what happened when, and the date it makes.</summary>
public sealed record DueLine(DueReason Reason, DateOnly On, DateOnly DueOn)
{
    /// <summary>Days or months of the term, or the days that were left.</summary>
    public int Amount { get; init; }

    /// <summary>The pause or the extension that it follows from.</summary>
    public Guid? Source { get; init; }
}

public enum DueReason
{
    Started,

    /// <summary>The term, forward from the start.</summary>
    Counted,

    /// <summary>The term, back from another deadline.</summary>
    CountedBack,

    /// <summary>Counting back would have ended before it began.</summary>
    NotBeforeStart,

    /// <summary>A date that somebody named.</summary>
    Named,

    /// <summary>A month's term ended on a day off.</summary>
    Rolled,

    /// <summary>延期.</summary>
    Granted,

    /// <summary>暂停计时 and 恢复计时; the amount is what was left.</summary>
    Waited,

    /// <summary>暂停计时 without an end yet.</summary>
    StandsStill,

    /// <summary>最长期限.</summary>
    NoLater,
}
