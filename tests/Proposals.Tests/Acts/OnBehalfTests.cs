using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Inbox;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Acts;

public sealed class OnBehalfTests
{
    [Fact]
    public async Task Only_the_office_enters_what_somebody_else_decided()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await ProposedAsync(bureau);

        Assert.Equal("act.only-office-for-others", (await story.TryAsync("郑宁", new DecideAllocation(true), decidedBy: "方晓岚")).Refusal?.Code);
        await story.DoAsync("许婧", new DecideAllocation(true), decidedBy: "方晓岚");

        var allocation = Assert.Single((await story.FileAsync()).Allocations);
        Assert.Equal(bureau.Id("方晓岚"), allocation.DecidedById);
    }

    [Fact]
    public async Task The_clerk_decides_nothing_in_his_own_name_that_is_not_his()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await ProposedAsync(bureau);

        foreach (var who in new[] { "许婧", "郑宁", "王海涛", "顾明远", "杜青", "周一鸣" })
            Assert.Equal("act.not-entitled", (await story.TryAsync(who, new DecideAllocation(true))).Refusal?.Code);
        Assert.Equal("act.not-entitled", (await story.TryAsync("许婧", new DecideAllocation(true), decidedBy: "王海涛")).Refusal?.Code);
    }

    [Fact]
    public async Task One_sheet_of_paper_with_three_decisions_is_entered_whole_or_not_at_all()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await DraftedAsync(bureau);
        var original = await bureau.PictureAsync(story.Id, "许婧", story.Now);

        var tooEarly = await SheetAsync(bureau, story, original, new DateOnly(2025, 5, 14));
        Assert.Equal("act.before-its-cause", tooEarly.Refusal?.Code);
        Assert.Empty((await story.FileAsync()).Replies[0].Reviews);
        Assert.Equal(["科室审核"], await story.WaitsForAsync());

        var entered = await SheetAsync(bureau, story, original, new DateOnly(2025, 5, 15));
        Assert.Null(entered.Refusal);
        var file = await story.FileAsync();
        Assert.Equal([ReviewStage.Head, ReviewStage.Office, ReviewStage.Deputy], file.Replies[0].Reviews.Select(review => review.Stage));
        Assert.NotNull(file.Replies[0].SignedOn);
        Assert.Equal(["编号用印"], await story.WaitsForAsync());
        Assert.Equal(3, file.Trail.Count(entry => entry.Act.StartsWith("ReviewBy", StringComparison.Ordinal)));
        Assert.All(file.Steps.Where(step => step.ActivityType.Contains("Review", StringComparison.Ordinal)).SelectMany(step => step.WorkItems),
            item => Assert.Equal(bureau.Id("许婧"), item.RecordedById));
    }

    [Fact]
    public async Task No_act_lies_in_the_future_or_before_what_it_depends_on()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        story.On(3, 20);

        Assert.Equal("act.in-the-future", (await story.TryAsync("许婧", new ReceiveCase(), occurredOn: new DateOnly(2025, 3, 21))).Refusal?.Code);
        Assert.Equal("act.before-its-cause", (await story.TryAsync("许婧", new ReceiveCase(), occurredOn: new DateOnly(2025, 3, 14))).Refusal?.Code);
    }

    [Fact]
    public async Task A_reviewer_who_has_just_decided_is_not_asked_twice_and_the_skip_is_the_systems()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.DoAsync("许婧", new ReceiveCase());
        await story.DoAsync("俞敏", new ProposeAllocation(await bureau.DepartmentAsync("旅游科")));
        await story.DoAsync("方晓岚", new DecideAllocation(true));
        await story.DoAsync("王海涛", new AcceptAndName(bureau.Id("王海涛")));
        story.On(3, 28);
        await story.DoAsync("王海涛", await story.MeetingAsync(ContactKind.Visit));
        story.On(4, 16);
        await story.DoAsync("王海涛", await story.MeetingAsync(ContactKind.Visit));

        await story.DoAsync("王海涛", CaseDriver.Draft());

        var file = await story.FileAsync();
        Assert.Equal(["办公室核稿"], file.Waiting.Select(step => step.Name));
        var skipped = Assert.Single(file.Steps, step => step.WasSkipped);
        Assert.Equal(("科室审核", StepState.Answered), (skipped.Name, skipped.State));
        Assert.True(Assert.Single(file.Replies[0].Reviews).WasSkipped);
        Assert.Null(Assert.Single(file.Trail, entry => entry.Act == "SkipStep").RecordedById);
    }

    [Fact]
    public async Task The_system_never_signs_for_anybody()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)) with { IsKey = true });
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15);
        await story.DoAsync("方晓岚", new ReviewByDeputy(true));

        Assert.Null((await story.FileAsync()).CurrentReply?.SignedOn);
        Assert.Equal(["主要领导签发", "制定办理方案"], await story.WaitsForAsync());
        await story.DoAsync("沈立群", new SignReply(true));
        Assert.Equal(bureau.Id("沈立群"), (await story.FileAsync()).CurrentReply?.SignedById);
    }

    [Fact]
    public async Task Whoever_sends_a_draft_back_it_is_the_handlers_turn_and_every_stage_looks_again()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await DraftedAsync(bureau);
        await story.DoAsync("王海涛", new ReviewByHead(true));
        Assert.Equal(["办公室核稿"], await story.WaitsForAsync());

        await story.DoAsync("王海涛", new ReviewByHead(false) { Opinion = "数据有误，收回重改" });

        Assert.Equal(["拟复函"], await story.WaitsForAsync());
        await story.DoAsync("郑宁", CaseDriver.Draft());
        Assert.Equal(["科室审核"], await story.WaitsForAsync());
    }

    private static Task<ActOutcome> SheetAsync(Bureau bureau, CaseDriver story, Proposals.Handling.FileId original, DateOnly on) =>
        bureau.RunAsync(story.Id, new ActRequest(bureau.Id("许婧"), Guid.NewGuid(), story.Revision,
            Line(bureau, new ReviewByHead(true), "王海涛", on, original),
            Line(bureau, new ReviewByOffice(true), "俞敏", on, original),
            Line(bureau, new ReviewByDeputy(true), "方晓岚", on, original)), story.Now);

    private static ActLine Line(Bureau bureau, CaseAct act, string decider, DateOnly on, Proposals.Handling.FileId original) =>
        new(act) { DecidedById = bureau.Id(decider), OccurredOn = on, OriginalId = original };

    private static async Task<CaseDriver> ProposedAsync(Bureau bureau)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.DoAsync("许婧", new ReceiveCase());
        return await story.DoAsync("俞敏", new ProposeAllocation(await bureau.DepartmentAsync("旅游科")));
    }

    private static async Task<CaseDriver> DraftedAsync(Bureau bureau)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        return await story.On(5, 15).DoAsync("郑宁", CaseDriver.Draft());
    }
}
