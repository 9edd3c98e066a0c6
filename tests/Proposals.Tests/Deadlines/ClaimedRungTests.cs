using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Tests.Assignment;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Deadlines;

/// <summary>Where another process raises what was claimed: its calls come late, in any order, and more than once.</summary>
public sealed class ClaimedRungTests
{
    private static readonly DateOnly BlueOn = new(2025, 6, 3);
    private static readonly DateOnly YellowOn = new(2025, 6, 10);

    [Fact]
    public async Task Claiming_tells_nobody_and_raising_twice_tells_once()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        var claimed = Assert.Single(await ClaimAsync(bureau, BlueOn));
        Assert.Empty(await bureau.ToldAsync(story.Id, NoticeKind.Blue));
        Assert.Empty(await bureau.EntriesAsync(story.Id));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RaiseAsync(bureau, claimed, BlueOn))));
        Assert.All(answers, answer => Assert.Equal(RungState.Raised, answer));
        Assert.Equal(["郑宁", "王海涛"], await bureau.ToldAsync(story.Id, NoticeKind.Blue));
        Assert.Single(await bureau.EntriesAsync(story.Id));
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task A_lower_rung_that_comes_after_a_higher_one_is_passed_over()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        var blue = Assert.Single(await ClaimAsync(bureau, BlueOn));
        var yellow = Assert.Single((await ClaimAsync(bureau, YellowOn)).Except([blue]));
        Assert.Equal(RungState.Raised, await RaiseAsync(bureau, yellow, YellowOn));
        Assert.Equal(RungState.Skipped, await RaiseAsync(bureau, blue, YellowOn));
        Assert.Empty(await bureau.ToldAsync(story.Id, NoticeKind.Blue));
    }

    [Fact]
    public async Task What_was_paused_or_got_another_date_meanwhile_is_void()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        var blue = Assert.Single(await ClaimAsync(bureau, BlueOn));
        await story.On(6, 3).DoAsync("俞敏", new PauseClock("提案人出国。", "区政协提案委函"));
        Assert.Equal(RungState.Void, await RaiseAsync(bureau, blue, BlueOn));
        Assert.Null(await RaiseAsync(bureau, Guid.NewGuid(), BlueOn));
    }

    [Fact]
    public async Task A_claim_that_nobody_raises_is_handed_out_again()
    {
        await using var bureau = await Bureau.OpenAsync();
        await Stages.AtAsync(bureau, Stage.Accepted);
        var blue = Assert.Single(await ClaimAsync(bureau, BlueOn));
        Assert.Empty(await ClaimAsync(bureau, BlueOn, new TimeOnly(9, 9)));
        Assert.Equal([blue], await ClaimAsync(bureau, BlueOn, new TimeOnly(9, 10)));
        await RaiseAsync(bureau, blue, BlueOn);
        Assert.Empty(await ClaimAsync(bureau, BlueOn, new TimeOnly(9, 20)));
    }

    private static async Task<List<Guid>> ClaimAsync(Bureau bureau, DateOnly day, TimeOnly? at = null)
    {
        var now = OfficeClock.At(day, at ?? SweptBureau.Nine);
        await bureau.WithAsync<RungSweep, RungSweepResult>(sweep => sweep.ClaimAsync(now, TestContext.Current.CancellationToken));
        return await bureau.WithAsync<ClaimedRungs, List<Guid>>(claims => claims.OutstandingAsync(now, TestContext.Current.CancellationToken));
    }

    private static Task<RungState?> RaiseAsync(Bureau bureau, Guid rung, DateOnly day) =>
        bureau.WithAsync<ClaimedRungs, RungState?>(claims => claims.RaiseAsync(rung, OfficeClock.At(day, new TimeOnly(9, 1)), TestContext.Current.CancellationToken));
}
