using Proposals.Deadlines;

namespace Proposals.Tests.Deadlines;

/// <summary>What can happen to a due date, so that a test can tell which of it the random ones have met.</summary>
internal static class DueSituations
{
    private static readonly Dictionary<string, Func<DueReasons, DueSum, bool>> Known = new()
    {
        ["working days"] = (reasons, _) => reasons is { Term.Unit: TermUnit.WorkingDays, BackFrom: null },
        ["calendar days"] = (reasons, _) => reasons is { Term.Unit: TermUnit.CalendarDays, BackFrom: null },
        ["months that roll"] = (reasons, _) => reasons is { Term.Unit: TermUnit.Months, BackFrom: null, RollsMonths: true },
        ["months that do not roll"] = (reasons, _) => reasons is { Term.Unit: TermUnit.Months, BackFrom: null, RollsMonths: false },
        ["a month's end clamped"] = (reasons, sum) => reasons is { Term.Unit: TermUnit.Months, BackFrom: null } && sum.Lines[1].DueOn.Day < reasons.StartOn.Day,
        ["a fixed day"] = (reasons, _) => reasons is { Term.Unit: TermUnit.DayOfYear },
        ["29 February in a common year"] = (reasons, sum) => reasons is { Term: { Unit: TermUnit.DayOfYear, Amount: 2, Day: 29 } } && sum.Lines[1].DueOn.Day == 28,
        ["back by working days"] = (reasons, _) => reasons is { Term.Unit: TermUnit.WorkingDays, BackFrom: not null },
        ["back by calendar days"] = (reasons, _) => reasons is { Term.Unit: TermUnit.CalendarDays, BackFrom: not null },
        ["back by months"] = (reasons, _) => reasons is { Term.Unit: TermUnit.Months, BackFrom: not null },
        ["a back-counted term paused"] = (reasons, _) => reasons is { BackFrom: not null, Standstills.Count: > 0 },
        ["a back-counted term extended"] = (reasons, _) => reasons is { BackFrom: not null, Granted.Count: > 0 },
        ["a named date paused"] = (reasons, sum) => reasons.Term is null && Waited(sum),
        ["working days paused"] = (reasons, sum) => reasons is { Term.Unit: TermUnit.WorkingDays } && Waited(sum),
        ["months paused"] = (reasons, sum) => reasons is { Term.Unit: TermUnit.Months } && Waited(sum),
        ["rolled after a pause"] = (_, sum) => Follows(sum, DueReason.Waited, (_, next) => next.Reason == DueReason.Rolled),
        ["four pauses"] = (reasons, _) => reasons.Standstills.Count == 4,
        ["three extensions"] = (reasons, _) => reasons.Granted.Count == 3,
        ["two extensions on one day"] = (reasons, _) => reasons.Granted.Zip(reasons.Granted.Skip(1)).Any(pair => pair.First.EffectiveOn == pair.Second.EffectiveOn),
        ["an extension on a day off"] = (reasons, _) => reasons.Granted.Any(granted => granted.Until.DayOfWeek == DayOfWeek.Sunday),
        ["a pause over before the start"] = (reasons, _) => reasons.Standstills.Any(pause => pause.Until <= reasons.StartOn),
        ["a pause across the start"] = (reasons, _) => reasons.Standstills.Any(pause => pause.From < reasons.StartOn && pause.Until > reasons.StartOn),
        ["an open pause across the start"] = (reasons, _) => reasons.Standstills.Any(pause => pause.From < reasons.StartOn && pause.Until is null),
        ["a pause after the date"] = (reasons, sum) => reasons.Standstills.Any(pause => pause.From > sum.DueOn && pause.Until is not null && Unfelt(pause, sum)),
        ["an open pause after the date"] = (reasons, sum) => reasons.Standstills.Any(pause => pause.From > sum.DueOn && pause.Until is null && Unfelt(pause, sum)),
        ["a pause on the date"] = (reasons, sum) => Follows(sum, (before, next) => next.Reason == DueReason.Waited && PauseOf(reasons, next).From == before.DueOn),
        ["an open pause on the date"] = (reasons, sum) => Follows(sum, (before, next) => next.Reason == DueReason.StandsStill && PauseOf(reasons, next).From == before.DueOn),
        ["a pause of no days"] = (reasons, _) => reasons.Standstills.Any(pause => pause.From == pause.Until),
        ["adjacent pauses"] = (reasons, sum) => Follows(sum, DueReason.Waited, (before, next) => next.Reason == DueReason.Waited && PauseOf(reasons, next).From == before.On),
        ["a pause that moves nothing"] = (_, sum) => Follows(sum, (before, next) => next.Reason == DueReason.Waited && next.DueOn == before.DueOn),
        ["a pause that moves nothing of a date beyond the last"] = (reasons, sum) => Follows(sum, (before, next) => next.Reason == DueReason.Waited && next.DueOn == before.DueOn && next.DueOn > reasons.NoLaterThan),
        ["an extension within a pause"] = (reasons, _) => reasons.Granted.Any(granted => reasons.Standstills.Any(pause => pause.From < granted.EffectiveOn && pause.Until > granted.EffectiveOn)),
        ["an extension as a pause begins"] = (reasons, sum) => Follows(sum, DueReason.Granted, (before, next) => next.Reason == DueReason.Waited && PauseOf(reasons, next).From == before.On),
        ["a pause after an extension"] = (_, sum) => Follows(sum, DueReason.Granted, (_, next) => next.Reason == DueReason.Waited),
        ["an extension after a pause"] = (_, sum) => Follows(sum, DueReason.Waited, (_, next) => next.Reason == DueReason.Granted),
        ["beyond the last date without a pause"] = (reasons, sum) => sum.DueOn > reasons.NoLaterThan && !Waited(sum),
    };

    public static IEnumerable<string> All => [.. Enum.GetNames<DueReason>(), .. Known.Keys];

    public static IEnumerable<string> Of(DueReasons reasons, DueSum sum) =>
        sum.Lines.Select(line => line.Reason.ToString()).Distinct().Concat(Known.Where(known => known.Value(reasons, sum)).Select(known => known.Key));

    private static bool Waited(DueSum sum) => sum.Lines.Any(line => line.Reason == DueReason.Waited);

    private static bool Unfelt(Standstill pause, DueSum sum) => sum.Lines.All(line => line.Source != pause.Source);

    private static Standstill PauseOf(DueReasons reasons, DueLine line) => reasons.Standstills.Single(pause => pause.Source == line.Source);

    private static bool Follows(DueSum sum, DueReason first, Func<DueLine, DueLine, bool> next) =>
        Follows(sum, (before, line) => before.Reason == first && next(before, line));

    private static bool Follows(DueSum sum, Func<DueLine, DueLine, bool> isPair) => sum.Lines.Zip(sum.Lines.Skip(1)).Any(pair => isPair(pair.First, pair.Second));
}
