using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Tests.Assignment;
using Proposals.Tests.Deadlines;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.FollowUp;

/// <summary>催办: a colleague is asked for a step, once a working day.</summary>
public sealed class UrgeStepTests
{
    [Fact]
    public async Task Whoever_has_the_step_is_told_at_once_and_the_urging_stands_in_the_file()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, step) = await AcceptedAsync(bureau);
        await story.On(3, 26).DoAsync("许婧", new UrgeStep(step, " 请本周报方案。 "));

        var urging = Assert.Single((await story.FileAsync()).Urgings);
        Assert.Equal(((StepId?)step, "郑宁", "请本周报方案。", new DateOnly(2025, 3, 26), bureau.Id("许婧")), (urging.StepId, urging.Whom, urging.Text, urging.On, urging.ById));
        var notice = Assert.Single(await bureau.ReadAsync(db => db.Notices.AsNoTracking().ToListAsync()));
        Assert.Equal((bureau.Id("郑宁"), NoticeKind.Urging, (Guid?)urging.Id, null), (notice.PersonId, notice.Kind, notice.UrgingId, notice.RungId));
        var ring = (await bureau.ReadAsync(db => db.Outbox.AsNoTracking().OrderBy(message => message.Id).ToListAsync()))[^1];
        Assert.Contains(bureau.Id("郑宁").ToString(), ring.Text, StringComparison.Ordinal);
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task Once_a_working_day_whoever_urges()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, step) = await AcceptedAsync(bureau);
        await story.On(3, 27).DoAsync("许婧", new UrgeStep(step, ""));

        Assert.Equal(FollowUpRefusals.UrgedToday("许婧"), await story.RefusalAsync("王海涛", new UrgeStep(step, "请抓紧。")), Refusals);
        Assert.Equal(FollowUpRefusals.UrgedToday("许婧"), await story.RefusalAsync("许婧", new UrgeStep(step, "")), Refusals);
        await story.On(3, 28).DoAsync("王海涛", new UrgeStep(step, ""));
        await story.On(3, 28).DoAsync("许婧", new UrgeByPhone("郑宁", "又打了电话。"));
        Assert.Equal(2, (await bureau.ToldAsync(story.Id, NoticeKind.Urging)).Count);
    }

    [Fact]
    public async Task What_is_said_on_a_Saturday_counts_with_the_next_working_day()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, step) = await AcceptedAsync(bureau);
        await story.On(3, 28).DoAsync("许婧", new UrgeStep(step, ""));
        await story.On(3, 29).DoAsync("俞敏", new UrgeStep(step, ""));

        var counted = FollowUpRefusals.UrgedForDay("俞敏", new DateOnly(2025, 3, 29), new DateOnly(2025, 3, 31));
        Assert.Equal(counted, await story.On(3, 30).RefusalAsync("许婧", new UrgeStep(step, "")), Refusals);
        Assert.Equal(counted, await story.On(3, 31).RefusalAsync("许婧", new UrgeStep(step, "")), Refusals);
        await story.On(4, 1).DoAsync("许婧", new UrgeStep(step, ""));
    }

    [Fact]
    public async Task Of_two_who_urge_at_once_one_is_heard()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, step) = await AcceptedAsync(bureau);
        story.On(3, 26);
        string[] people = ["许婧", "王海涛", "方晓岚", "俞敏"];

        var outcomes = await Task.WhenAll(people.Select(name =>
            bureau.RunAsync(story.Id, new ActRequest(bureau.Id(name), Guid.NewGuid(), story.Revision, new ActLine(new UrgeStep(step, ""))), story.Now)));

        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.All(outcomes.Where(outcome => !outcome.IsDone), outcome => Assert.Contains(outcome.Refusal?.Code, (string[])["act.overtaken", "act.busy"]));
        Assert.Equal(["郑宁"], await bureau.ToldAsync(story.Id, NoticeKind.Urging));
    }

    [Theory]
    [InlineData("郑宁", "act.not-entitled")]
    [InlineData("顾明远", "act.not-entitled")]
    [InlineData("杜青", "act.not-entitled")]
    [InlineData("王海涛", null)]
    [InlineData("方晓岚", null)]
    [InlineData("沈立群", null)]
    [InlineData("俞敏", null)]
    public async Task Urged_is_by_the_office_and_by_whoever_answers_for_the_case(string who, string? refusal)
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, step) = await AcceptedAsync(bureau);
        Assert.Equal(refusal, (await story.On(3, 26).TryAsync(who, new UrgeStep(step, ""))).Refusal?.Code);
    }

    [Fact]
    public async Task Nobody_urges_in_another_name_or_for_another_day()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, step) = await AcceptedAsync(bureau);
        Assert.Equal("act.not-entitled", (await story.On(3, 26).TryAsync("许婧", new UrgeStep(step, ""), decidedBy: "方晓岚")).Refusal?.Code);
        Assert.Equal("act.before-its-cause", (await story.TryAsync("许婧", new UrgeStep(step, ""), occurredOn: new DateOnly(2025, 3, 25))).Refusal?.Code);
    }

    [Fact]
    public async Task A_step_that_is_not_waited_for_cannot_be_urged()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, _) = await AcceptedAsync(bureau);
        var other = await Stages.AtAsync(bureau, Stage.Registered, "2");
        var answered = (await story.FileAsync()).Steps.First(step => step.State == StepState.Answered);
        var elsewhere = (await other.FileAsync()).Waiting.First().Id;

        Assert.Equal(FollowUpRefusals.NotWaitedFor(answered.Name), await story.On(3, 26).RefusalAsync("许婧", new UrgeStep(answered.Id, "")), Refusals);
        Assert.Equal(FollowUpRefusals.UnknownStep, await story.RefusalAsync("许婧", new UrgeStep(elsewhere, "")), Refusals);
    }

    [Fact]
    public async Task Everybody_at_a_desk_is_told_but_whoever_urges()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Registered);
        var step = (await story.FileAsync()).Waiting.Single();
        await story.On(3, 19).DoAsync("沈立群", new UrgeStep(step.Id, ""));

        var desk = step.WorkItems.Single().OwnerDesk;
        var holders = await bureau.ReadAsync(db => db.Users.Where(person => !person.IsDisabled && (person.Duties & desk) != Duty.None).Select(person => person.DisplayName).ToListAsync());
        Assert.Equal(holders.Order(StringComparer.Ordinal), (await bureau.ToldAsync(story.Id, NoticeKind.Urging)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task On_a_held_case_who_decides_is_urged_and_who_must_wait_is_not()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Received);
        await story.On(3, 27).DoAsync("许婧", Stages.Return(bureau));
        var file = await story.FileAsync();
        var held = file.OnHold.First();

        Assert.Equal(FollowUpRefusals.NobodyToUrge(held.Name), await story.RefusalAsync("许婧", new UrgeStep(held.Id, "")), Refusals);
        await story.DoAsync("许婧", new UrgeStep(file.Waiting.Single().Id, ""));
        Assert.Equal(["方晓岚"], await bureau.ToldAsync(story.Id, NoticeKind.Urging));
    }

    private static IEqualityComparer<Refusal?> Refusals { get; } = EqualityComparer<Refusal?>.Create(
        (first, second) => first?.Code == second?.Code && (first?.Arguments ?? []).SequenceEqual(second?.Arguments ?? []), refusal => refusal?.Code.GetHashCode(StringComparison.Ordinal) ?? 0);

    private static async Task<(CaseDriver Story, StepId Step)> AcceptedAsync(Bureau bureau)
    {
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        return (story, (await story.FileAsync()).Waiting.First().Id);
    }
}

internal static class UrgedStory
{
    public static async Task<Refusal?> RefusalAsync(this CaseDriver story, string who, CaseAct act) => (await story.TryAsync(who, act)).Refusal;
}
