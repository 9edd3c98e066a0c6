using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Handling;
using Proposals.Incidents;
using Proposals.Intake;
using Proposals.People;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Assignment;

/// <summary>What waits beside the ordinary way is held and ended with it: plans, timers, workflows that stand still, other versions, other roles.</summary>
public sealed class BesideTests
{
    private static readonly DateOnly Assigned = new(2025, 3, 17);

    [Fact]
    public async Task A_plan_waits_with_the_case_and_comes_back_with_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", Assigned) with { IsKey = true });
        await story.AcceptedAsync();
        var waits = await story.WaitsForAsync();
        Assert.Contains("制定办理方案", waits);

        await Stages.ReturnSentAsync(bureau, story);
        Assert.Empty(await Stages.InboxAsync(bureau, "郑宁"));
        Assert.Equal(["等待退办答复"], await story.WaitsForAsync());

        await story.DoAsync("许婧", new AnswerReturn(false));
        Assert.Equal(waits, await story.WaitsForAsync());
        Assert.Equal(waits.Order(StringComparer.Ordinal), (await Stages.InboxAsync(bureau, "郑宁")).Order(StringComparer.Ordinal));

        await story.DoAsync("许婧", await Stages.NoticeAsync(bureau, story));
        await Stages.OverAsync(bureau, story);
    }

    [Fact]
    public async Task An_opinion_that_we_owe_to_the_lead_can_be_returned_or_withdrawn_too()
    {
        await using var bureau = await Bureau.OpenAsync();
        var returned = await OpinionAsync(bureau, "258");
        await Stages.ReturnSentAsync(bureau, returned);
        Assert.Equal(["等待退办答复"], await returned.WaitsForAsync());
        await returned.DoAsync("许婧", new AnswerReturn(true));
        await Stages.OverAsync(bureau, returned);

        var withdrawn = await OpinionAsync(bureau, "259");
        await withdrawn.DoAsync("许婧", await Stages.NoticeAsync(bureau, withdrawn));
        await Stages.OverAsync(bureau, withdrawn);

        var figures = await Stages.FiguresAsync(bureau, withdrawn.Today);
        Assert.Equal((2, 0, 0, 1, 1), (figures.Assigned, figures.Owed, figures.CoOrganized, figures.Returned, figures.Withdrawn));
    }

    [Fact]
    public async Task A_timer_that_the_case_waits_for_ends_with_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        await new Flow().Activity("start", "Elsa.Start").Step("receive").Activity("delay", "Elsa.Delay", ("timeSpan", "02:00:00")).Step("yes", "Proposals.ProposeAllocation")
            .Connect("start Done receive", "receive Received delay", "delay Done yes").PublishAsync(bureau);
        var story = await ReceivedAsync(bureau);
        Assert.Single((await story.FileAsync()).Timers);

        await story.DoAsync("许婧", await Stages.NoticeAsync(bureau, story));

        Assert.Empty((await story.FileAsync()).Timers);
        await Stages.OverAsync(bureau, story);
    }

    [Fact]
    public async Task A_case_whose_workflow_stands_still_can_be_returned_and_leaves_no_incident()
    {
        await using var bureau = await Bureau.OpenAsync();
        await new Flow().Activity("start", "Elsa.Start").Step("receive").Doubt("doubt").Step("yes", "Proposals.ProposeAllocation").Step("no", "Proposals.ProposeAllocation")
            .Connect("start Done receive", "receive Received doubt", "doubt True yes", "doubt False no").PublishAsync(bureau);
        var story = await ReceivedAsync(bureau);
        Assert.True(Assert.Single((await story.FileAsync()).Incidents).IsOpen);

        await Stages.ReturnSentAsync(bureau, story);
        Assert.Equal(["等待退办答复"], await story.WaitsForAsync());
        await story.DoAsync("许婧", new AnswerReturn(true));

        Assert.Equal(CaseState.Returned, (await story.CaseAsync()).State);
        Assert.DoesNotContain((await story.FileAsync()).Incidents, incident => incident.IsOpen);
        Assert.Equal(0, await bureau.WithAsync<IncidentQuery, int>(query => query.CountAsync(TestContext.Current.CancellationToken)));
        await Stages.OverAsync(bureau, story);
    }

    [Fact]
    public async Task Whoever_handles_a_case_is_needed_until_it_has_left()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        var tourism = await bureau.DepartmentAsync("旅游科");
        var details = new DepartmentDetails("旅游科", "", 2, false) { LeaderId = bureau.Id("方晓岚"), HeadId = bureau.Id("王海涛") };
        Assert.Null((await bureau.WithAsync<PeopleActs, (DepartmentId Id, Refusal? Refusal)>(acts => acts.SaveDepartmentAsync(bureau.Id("周一鸣"), tourism, details, story.Now, TestContext.Current.CancellationToken))).Refusal);
        await Stages.ReturnSentAsync(bureau, story);

        var needed = await DisableAsync(bureau, story);
        Assert.Equal(("people.still-needed", 1, 1), (needed?.Code, needed?.Arguments[1], needed?.Arguments[2]));
        await story.DoAsync("许婧", new AnswerReturn(true));
        Assert.Null(await DisableAsync(bureau, story));
    }

    private static Task<Refusal?> DisableAsync(Bureau bureau, CaseDriver story) =>
        bureau.WithAsync<PeopleActs, Refusal?>(acts => acts.DisableAsync(bureau.Id("周一鸣"), bureau.Id("郑宁"), story.Now, TestContext.Current.CancellationToken));

    private static async Task<CaseDriver> ReceivedAsync(Bureau bureau)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", Assigned));
        return await story.On(3, 18).DoAsync("许婧", new ReceiveCase());
    }

    private static async Task<CaseDriver> OpinionAsync(Bureau bureau, string number)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration(number, Assigned) with { OurRole = OurRole.CoOrganizer, OtherUnits = [new UnitEntry("区住建局", OtherUnitRole.LeadOrganizer)] });
        return await story.AcceptedAsync();
    }
}
