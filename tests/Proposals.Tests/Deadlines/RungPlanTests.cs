using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Tests.Deadlines;

/// <summary>When the rungs come, against somebody who walks through the days one by one.</summary>
public sealed class RungPlanTests
{
    private const int Seed = 20261124;

    private static readonly RulesInForce Rules = new(ShippedRules.Profile, ShippedRules.Calendar.Days, 0);

    [Fact]
    public void A_walker_through_the_days_finds_each_rung_on_the_same_day()
    {
        var random = new Random(Seed);
        var (met, left) = (0, 0);
        for (var round = 0; round < 2000; round++)
        {
            var start = new DateOnly(2024, 1, 1).AddDays(random.Next(900));
            var line = Line(start, start.AddDays(1 + random.Next(120)));
            var rungs = new RungPlan(Rules, null).Of(line);
            foreach (var (level, before) in new[] { (RungLevel.Listed, 20), (RungLevel.Blue, 10), (RungLevel.Yellow, 5), (RungLevel.Red, -1) })
            {
                var walked = Walk(line, before);
                line.Raised = level == RungLevel.Listed ? null : level - 1;

                // What comes next is this rung, or, where it is left out, a later one.
                var next = rungs.NextAt;
                if (walked is { } day)
                {
                    Assert.Equal(OfficeClock.At(day, new TimeOnly(9, 0)), next);
                    Assert.Equal(level, rungs.DueBy(next!.Value)[^1].Level);
                    Assert.DoesNotContain(rungs.DueBy(next.Value.AddMinutes(-1)), rule => rule.Level == level);
                    met++;
                }
                else
                {
                    Assert.True(next is null || rungs.DueBy(next.Value)[^1].Level > level);
                    left++;
                }
            }

            line.Raised = RungLevel.Red;
            Assert.Null(rungs.NextAt);
        }

        Assert.True(met > 2000 && left > 500, $"{met} met, {left} left out");
    }

    /// <returns>Null where half the term is over only after the day.</returns>
    private static DateOnly? Walk(Deadline line, int before)
    {
        var (day, steps) = (line.DueOn, Math.Abs(before));
        while (steps > 0)
        {
            day = day.AddDays(before > 0 ? -1 : 1);
            steps -= Rules.Calendar.IsWorkingDay(day) ? 1 : 0;
        }

        var length = 0;
        for (var at = line.StartOn.AddDays(1); at <= line.DueOn; at = at.AddDays(1))
            length += Rules.Calendar.IsWorkingDay(at) ? 1 : 0;
        return before * 2 > length ? null : day;
    }

    private static Deadline Line(DateOnly start, DateOnly due) => new()
    {
        Id = new DeadlineId(Guid.NewGuid()),
        CaseId = new CaseId(Guid.NewGuid()),
        Kind = DeadlineKind.Reply,
        Nature = DeadlineNature.Statutory,
        Round = 1,
        StartOn = start,
        DueOn = due,
        Profile = Rules.Profile.Stamp,
    };
}
