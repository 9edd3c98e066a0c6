using Proposals.Acts;

namespace Proposals.Deadlines;

/// <summary>Whether the ladders can be climbed: each deadline on one of them at most, each rung nearer to the date than the one before, and somebody to hear it.</summary>
public static class LadderCheck
{
    private const int MostDays = 100;

    /// <summary>Those that a ladder may be for. The outer limit of a reply is never owed by itself, and a step's own term shows in inboxes only.</summary>
    public static IReadOnlyList<DeadlineKind> Kinds { get; } = [.. Enum.GetValues<DeadlineKind>().Where(kind => kind is not (DeadlineKind.Step or DeadlineKind.ReplyHardLimit))];

    /// <summary>What can show that a case is behind its plan before its reply is late.</summary>
    public static IReadOnlyList<DeadlineKind> Behind { get; } = [DeadlineKind.FirstContact, DeadlineKind.ReplyInternalTarget, DeadlineKind.HandlingPlan, DeadlineKind.Measure];

    internal static IEnumerable<Refusal> Problems(LadderRules rules)
    {
        // What a page can neither show nor keep apart would change a version without a word.
        if (rules.From.Ticks % TimeSpan.TicksPerMinute != 0)
            yield return ProfileRefusals.BadHour($"{rules.From:O}");
        foreach (var kind in rules.Behind.Except(Behind))
            yield return ProfileRefusals.NotBehind(kind);
        var places = new Dictionary<DeadlineKind, int>();
        for (var place = 1; place <= rules.Ladders.Count; place++)
        {
            var ladder = rules.Ladders[place - 1];
            foreach (var kind in ladder.Kinds)
            {
                if (!Kinds.Contains(kind))
                    yield return ProfileRefusals.NoLadderOfIts(place, kind);
                else if (!places.TryAdd(kind, place))
                    yield return ProfileRefusals.KindTwice(kind, places[kind], place);
            }

            if (ladder.Kinds.Count == 0)
                yield return ProfileRefusals.LadderForNothing(place);
            foreach (var problem in Rungs(place, ladder.Rungs))
                yield return problem;
        }
    }

    private static IEnumerable<Refusal> Rungs(int place, IReadOnlyList<RungRule> rungs)
    {
        if (rungs.Count == 0)
            yield return ProfileRefusals.NoRung(place);
        foreach (var twice in rungs.GroupBy(rung => rung.Level).Where(group => group.Count() > 1))
            yield return ProfileRefusals.RungTwice(place, twice.Key);
        foreach (var rung in rungs)
        {
            if (rung.Level == RungLevel.Red ? rung.WorkingDaysBefore != 0 : rung.WorkingDaysBefore is < 1 or > MostDays)
                yield return ProfileRefusals.BadRungDays(place, rung.Level, rung.WorkingDaysBefore);
            if (rung.Level != RungLevel.Listed && rung.To.Count == 0)
                yield return ProfileRefusals.NobodyHears(place, rung.Level);
        }

        RungRule[] inOrder = [.. rungs.DistinctBy(rung => rung.Level).OrderBy(rung => rung.Level)];
        foreach (var (earlier, later) in inOrder.Zip(inOrder.Skip(1)).Where(pair => pair.First.WorkingDaysBefore < pair.Second.WorkingDaysBefore))
            yield return ProfileRefusals.RungsNotFalling(place, earlier.Level, later.Level);
    }
}
