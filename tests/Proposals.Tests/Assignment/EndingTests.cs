using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Assignment;

/// <summary>撤案, 改办, 作废: the case ends at once, wherever it stands, and its history stays.</summary>
public sealed class EndingTests
{
    public static TheoryData<Stage> Everywhere => [.. Enum.GetValues<Stage>().Where(stage => stage < Stage.Rehandling)];

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_withdrawal_ends_the_case_wherever_it_stands_until_we_replied(Stage stage)
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, stage);
        var before = await story.FileAsync();

        await story.DoAsync("许婧", await Stages.NoticeAsync(bureau, story));

        var file = await story.FileAsync();
        Assert.Equal((CaseState.Withdrawn, CaseEnding.Withdrawn, "提案人书面申请撤回。"), (file.Case.State, file.Case.Ending, file.Case.EndReason));
        Assert.Equal(before.Trail.Count + 1, file.Trail.Count);
        Assert.Equal(before.Consultations.Count, file.Consultations.Count);
        Assert.Equal(Light.Off, file.Case.LightOn(story.Today.AddYears(1)));
        await Stages.OverAsync(bureau, story);
    }

    [Fact]
    public async Task A_withdrawal_ends_a_return_that_the_leader_has_not_decided()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Received);
        await story.On(3, 27).DoAsync("许婧", Stages.Return(bureau));

        await story.DoAsync("许婧", await Stages.NoticeAsync(bureau, story));

        Assert.Equal(CaseState.Withdrawn, (await story.CaseAsync()).State);
        Assert.Empty(await Stages.InboxAsync(bureau, "方晓岚"));
        Assert.Equal("act.wrong-state", (await story.TryAsync("方晓岚", new DecideReturn(true))).Refusal?.Code);
        await Stages.OverAsync(bureau, story);
    }

    [Theory]
    [InlineData(Stage.Received)]
    [InlineData(Stage.Drafted)]
    public async Task A_withdrawal_ends_a_return_that_waits_for_its_answer(Stage stage)
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, stage);
        await Stages.ReturnSentAsync(bureau, story);

        await story.DoAsync("许婧", await Stages.NoticeAsync(bureau, story));

        Assert.Equal(CaseState.Withdrawn, (await story.CaseAsync()).State);
        Assert.Equal("act.wrong-state", (await story.TryAsync("许婧", new AnswerReturn(true))).Refusal?.Code);
        await Stages.OverAsync(bureau, story);
    }

    [Fact]
    public async Task A_reassignment_ends_an_objection_that_is_not_decided()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Allocated);
        await story.DoAsync("王海涛", new ObjectToAllocation("不属于本科室。"));

        await story.DoAsync("许婧", await Stages.ReassignedAsync(bureau, story, "交办单位统一调整。"));

        var subject = await story.CaseAsync();
        Assert.Equal((CaseState.Reassigned, "改由区文广局办理。交办单位统一调整。"), (subject.State, subject.EndReason));
        await Stages.OverAsync(bureau, story);
    }

    [Fact]
    public async Task Without_the_written_notice_nothing_is_withdrawn()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);

        Assert.Equal("assignment.notice-missing", (await story.TryAsync("许婧", new WithdrawCase("电话说不办了", null))).Refusal?.Code);
        Assert.Equal(CaseState.InHandling, (await story.CaseAsync()).State);
    }

    [Fact]
    public async Task Only_the_director_voids_and_never_what_was_replied_to()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        Assert.Equal("act.not-entitled", (await story.TryAsync("许婧", new VoidCase("重复登记"))).Refusal?.Code);
        await story.DoAsync("俞敏", new VoidCase("重复登记"));
        Assert.Equal(CaseState.Voided, (await story.CaseAsync()).State);
        await Stages.OverAsync(bureau, story);

        // The number that was registered by mistake is free for the item it belongs to.
        var voided = await story.CaseAsync();
        await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration(voided.CaseNumber, voided.AssignedOn));

        var replied = await Stages.AtAsync(bureau, Stage.Rehandling, "259");
        Assert.Equal("assignment.replied-is-no-mistake", (await replied.TryAsync("俞敏", new VoidCase("评价不好"))).Refusal?.Code);
    }

    [Fact]
    public async Task What_a_proposer_holds_is_neither_withdrawn_nor_reassigned_out_of_the_figures()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Rehandling);
        var before = await Stages.FiguresAsync(bureau, story.Today);

        Assert.Equal("assignment.replied-stays", (await story.TryAsync("许婧", await Stages.NoticeAsync(bureau, story))).Refusal?.Code);
        Assert.Equal("assignment.replied-stays", (await story.TryAsync("许婧", await Stages.ReassignedAsync(bureau, story))).Refusal?.Code);

        var after = await Stages.FiguresAsync(bureau, story.Today);
        Assert.Equal((1, before.SatisfiedWithResult), (after.Owed, after.SatisfiedWithResult));
    }

    [Fact]
    public async Task A_withdrawal_may_come_after_our_opinion_went_to_the_unit_that_leads()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)) with { OurRole = OurRole.CoOrganizer, OtherUnits = [new UnitEntry("区住建局", OtherUnitRole.LeadOrganizer)] });
        await story.AcceptedAsync();
        await story.On(4, 7).DoAsync("郑宁", new Proposals.Reply.SubmitReply("", "一、同意。"));
        await story.DoAsync("王海涛", new Proposals.Reply.ReviewByHead(true));
        await story.DoAsync("俞敏", new Proposals.Reply.ReviewByOffice(true));
        await story.DoAsync("方晓岚", new Proposals.Reply.ReviewByDeputy(true));
        await story.SealedAsync();
        await story.DoAsync("郑宁", new Proposals.Reply.SendOpinion(Proposals.Reply.DeliveryWay.Post));
        Assert.Equal("assignment.replied-is-no-mistake", (await story.TryAsync("俞敏", new VoidCase("误登"))).Refusal?.Code);

        await story.On(4, 10).DoAsync("许婧", await Stages.NoticeAsync(bureau, story));

        Assert.Equal(CaseState.Withdrawn, (await story.CaseAsync()).State);
        await story.DoAsync("俞敏", new VoidCase("撤案函属于另一件。"));
    }

    [Fact]
    public async Task A_reassignment_is_recorded_from_its_notice()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);

        Assert.Equal("assignment.reassignment-paper-missing", (await story.TryAsync("许婧", new RecordReassignment("区文广局"))).Refusal?.Code);
        Assert.Equal(CaseState.InHandling, (await story.CaseAsync()).State);
    }

    [Theory]
    [InlineData(CaseEnding.Withdrawn)]
    [InlineData(CaseEnding.Reassigned)]
    [InlineData(CaseEnding.Returned)]
    public async Task An_end_recorded_wrongly_is_voided_and_the_item_registered_anew(CaseEnding ending)
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Received);
        if (ending == CaseEnding.Returned)
        {
            await Stages.ReturnSentAsync(bureau, story);
            await story.DoAsync("许婧", new AnswerReturn(true));
        }
        else
        {
            await story.DoAsync("许婧", ending == CaseEnding.Withdrawn ? await Stages.NoticeAsync(bureau, story) : await Stages.ReassignedAsync(bureau, story));
        }

        var again = CaseDriver.Registration("258", new DateOnly(2025, 3, 17));
        Assert.Equal("intake.already-registered", (await bureau.RunAsync(null, new ActRequest(bureau.Id("许婧"), Guid.NewGuid(), 0, new ActLine(again)), story.Now)).Refusal?.Code);
        Assert.Equal("act.not-entitled", (await story.TryAsync("许婧", new VoidCase("登记错了"))).Refusal?.Code);
        Assert.Equal("act.missing", (await story.TryAsync("俞敏", new VoidCase(" "))).Refusal?.Code);
        await story.DoAsync("俞敏", new VoidCase("登记错了，本件仍由我局办理。"));

        var file = await story.FileAsync();
        Assert.Equal((CaseState.Voided, CaseEnding.Voided, "登记错了，本件仍由我局办理。"), (file.Case.State, file.Case.Ending, file.Case.EndReason));
        await Stages.OverAsync(bureau, story);
        Assert.Equal("act.wrong-state", (await story.TryAsync("俞敏", new VoidCase("再来一次"))).Refusal?.Code);
        await new CaseDriver(bureau).RegisterAsync(again);
        var figures = await Stages.FiguresAsync(bureau, story.Today);
        Assert.Equal((1, 1, 0, 0, 0), (figures.Assigned, figures.Owed, figures.Returned, figures.Withdrawn, figures.Reassigned));
    }

    [Fact]
    public async Task Nothing_more_is_done_to_a_case_that_has_ended()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        await story.DoAsync("许婧", await Stages.ReassignedAsync(bureau, story));

        CaseAct[] acts = [new RecordReassignment("区住建局"), Stages.Return(bureau), await Stages.NoticeAsync(bureau, story)];
        foreach (var act in acts)
            Assert.Equal("act.wrong-state", (await story.TryAsync("俞敏", act)).Refusal?.Code);
        Assert.Equal("act.wrong-state", (await story.TryAsync("郑宁", CaseDriver.Draft())).Refusal?.Code);
    }

    [Fact]
    public async Task What_was_assigned_is_what_is_owed_and_what_has_left()
    {
        await using var bureau = await Bureau.OpenAsync();
        await Stages.AtAsync(bureau, Stage.Accepted, "1");
        var pending = await Stages.AtAsync(bureau, Stage.Received, "2");
        await pending.DoAsync("许婧", Stages.Return(bureau));
        var returned = await Stages.AtAsync(bureau, Stage.Received, "3");
        await Stages.ReturnSentAsync(bureau, returned);
        await returned.DoAsync("许婧", new AnswerReturn(true));
        var withdrawn = await Stages.AtAsync(bureau, Stage.Sealed, "4");
        await withdrawn.DoAsync("许婧", await Stages.NoticeAsync(bureau, withdrawn));
        var reassigned = await Stages.AtAsync(bureau, Stage.Checked, "5");
        await reassigned.DoAsync("许婧", await Stages.ReassignedAsync(bureau, reassigned));
        await (await Stages.AtAsync(bureau, Stage.Consulted, "6")).DoAsync("俞敏", new VoidCase("误登"));

        var figures = await Stages.FiguresAsync(bureau, withdrawn.Today);

        Assert.Equal((5, 2, 0, 1, 1, 1), (figures.Assigned, figures.Owed, figures.CoOrganized, figures.Returned, figures.Withdrawn, figures.Reassigned));
        Assert.Equal(figures.Assigned, figures.Owed + figures.CoOrganized + figures.Returned + figures.Withdrawn + figures.Reassigned);
        Assert.Equal("0/2（0.0%）", figures.Replied.ToString());
        Assert.Equal("0/2（0.0%）", figures.Consulted[1].ToString());
        Assert.Equal("—", figures.FeedbackReturned.ToString());
        Assert.Empty(figures.Classes);
        Assert.Equal(2, figures.Lights.Values.Sum());
    }
}
