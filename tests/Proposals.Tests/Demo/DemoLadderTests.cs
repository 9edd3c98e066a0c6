using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Tests.Deadlines;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Demo;

/// <summary>What the demo's year has said to its people, and what five more working days say.</summary>
public sealed class DemoLadderTests(ITestOutputHelper output)
{
    private const string NightMarket = "夜市街区";
    private const string Shuttle = "公交接驳线";
    private const string Canal = "运河沿线慢行步道";
    private const string Market = "农贸市场改造";
    private const string Investors = "安商稳商";

    [Theory]
    [MemberData(nameof(DemoFigureTests.Days), MemberType = typeof(DemoFigureTests))]
    public async Task Nobody_hears_twice_of_one_case_within_a_week_and_five_more_days_say_each_thing_once(DateOnly today)
    {
        await using var bureau = await Bureau.EmptyAsync();
        Assert.True(await DemoFigureTests.BuildAsync(bureau, OfficeClock.At(today, new TimeOnly(15, 0))));
        var calendar = bureau.Rules.Calendar;

        // 方晓岚 was warned of C03, 沈立群 has the red task of C04 and of C02's promise, and nothing else of today is late.
        var before = await SaidAsync(bureau);
        Assert.Contains(before, said => said.Subject.Contains(NightMarket, StringComparison.Ordinal) && said is { Level: RungLevel.Yellow, Kind: DeadlineKind.Reply });
        var red = before.Where(said => said.Level == RungLevel.Red).ToList();
        Assert.Contains(red, said => said.Subject.Contains(Market, StringComparison.Ordinal) && said.Kind == DeadlineKind.Reply);
        Assert.Contains(red, said => said.Subject.Contains(Investors, StringComparison.Ordinal) && said.Kind == DeadlineKind.Commitment);
        Assert.Equal(2, red.Count);
        await RareAsync(bureau, $"{today:yyyy-MM-dd}");

        for (var step = 1; step <= 5; step++)
            await bureau.SweepAsync(calendar.WorkingDaysFrom(today, step));
        var after = (await SaidAsync(bureau)).Skip(before.Count).ToList();
        var turned = after.Where(said => said.Level == RungLevel.Red).ToList();
        Assert.All(turned, said => Assert.Equal(calendar.WorkingDaysFrom(said.DueOn, 1), OfficeClock.Day(said.At)));
        Assert.Equal(turned.Select(said => said.Subject).Distinct(), turned.Select(said => said.Subject));
        Assert.Contains(turned, said => said.Subject.Contains(Shuttle, StringComparison.Ordinal));
        Assert.Contains(turned, said => said.Subject.Contains(Canal, StringComparison.Ordinal));

        // C03 is due about the fourth working day; where no day of assignment gives that one, it is the fifth, and red comes a day later.
        var reply = await bureau.ReadAsync(db => db.Cases.Where(subject => subject.Subject.Contains(NightMarket)).Select(subject => subject.ReplyDueOn).SingleAsync());
        Assert.Equal(reply < calendar.WorkingDaysFrom(today, 5), turned.Exists(said => said.Subject.Contains(NightMarket, StringComparison.Ordinal)));
        await RareAsync(bureau, $"{today:yyyy-MM-dd} and five working days");

        // The same days once more: the clock was set back.
        for (var step = -3; step <= 5; step++)
            await bureau.SweepAsync(calendar.WorkingDaysFrom(today, step));
        Assert.Equal(before.Count + after.Count, (await SaidAsync(bureau)).Count);
    }

    private static Task<List<Said>> SaidAsync(Bureau bureau) => bureau.ReadAsync(db => db.Rungs.Where(rung => rung.State == RungState.Raised).OrderBy(rung => rung.SettledAt).ThenBy(rung => rung.Id)
        .Join(db.Deadlines, rung => rung.DeadlineId, line => line.Id, (rung, line) => new { rung, line })
        .Join(db.Cases, found => found.rung.CaseId, subject => subject.Id, (found, subject) => new Said(subject.Subject, found.line.Kind, found.rung.Level, found.rung.DueOn, found.rung.SettledAt!.Value)).ToListAsync());

    /// <summary>One notice at most for a case, a person and seven days, whatever it is about.</summary>
    private async Task RareAsync(Bureau bureau, string when)
    {
        var notices = await bureau.ReadAsync(db => db.Notices.AsNoTracking().ToListAsync());
        var most = notices.GroupBy(notice => (notice.CaseId, notice.PersonId))
            .SelectMany(group => group.Select(notice => group.Count(other => other.CreatedAt >= notice.CreatedAt && other.CreatedAt < notice.CreatedAt.AddDays(7)))).Max();
        output.WriteLine($"{when}: {notices.Count} notices to {notices.Select(notice => notice.PersonId).Distinct().Count()} people about {notices.Select(notice => notice.CaseId).Distinct().Count()} cases; at most {most} to one person about one case within a week");
        Assert.Equal(1, most);
    }

    private sealed record Said(string Subject, DeadlineKind Kind, RungLevel Level, DateOnly DueOn, DateTimeOffset At);
}
