using System.Text.Json.Nodes;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Statistics;
using Proposals.Tests.Audit;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Corrections;

/// <summary>A corrected day moves all that counts from it, and never lies before its cause, after its consequence or in the future.</summary>
public sealed class MovedDeadlineTests
{
    private const string Why = "登记错误";

    [Fact]
    public async Task A_corrected_assignment_date_moves_every_deadline_that_counts_from_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.On(3, 21).DoAsync("许婧", new ReceiveCase());

        var outcome = await story.TryAsync("许婧", new CorrectRegistration(Why) { AssignedOn = new DateOnly(2025, 3, 20) });

        Assert.Null(outcome.Refusal);
        Assert.Equal(new MovedDate(DeadlineKind.Reply, new DateOnly(2025, 6, 17), new DateOnly(2025, 6, 20)), Assert.Single(outcome.Moved, move => move.Kind == DeadlineKind.Reply));
        var file = await story.FileAsync();
        Assert.Equal(new DateOnly(2025, 6, 20), file.Case.ReplyDueOn);
        Assert.Equal(
            [("FirstContact", "2025-04-11"), ("InternalAllocation", "2025-04-03"), ("Reply", "2025-06-20"), ("ReplyHardLimit", "2025-09-20"), ("ReplyInternalTarget", "2025-05-20")],
            file.Deadlines.Where(line => line.Kind != DeadlineKind.Step).Select(line => (line.Kind.ToString(), $"{line.DueOn:yyyy-MM-dd}")).Order());
        Assert.Equal("2025-06-17", JsonNode.Parse(file.Trail[^1].Text)?["moved"]?.AsArray().Single(move => move?["kind"]?.GetValue<string>() == "Reply")?["before"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_corrected_day_lies_between_its_cause_and_its_consequence_and_the_refusal_names_the_other_day()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OpenedAsync(bureau);
        var allocation = (await story.On(4, 1).FileAsync()).Allocations[0].Id;

        var late = (await story.TryAsync("许婧", new CorrectRegistration(Why) { AssignedOn = new DateOnly(2025, 3, 19) })).Refusal;
        Assert.Equal(("correction.too-late", new DateOnly(2025, 3, 18)), (late?.Code, (DateOnly?)late?.Arguments[2]));
        var early = (await story.TryAsync("许婧", new CorrectReceipt(Why, new DateOnly(2025, 3, 14)))).Refusal;
        Assert.Equal(("correction.too-early", new DateOnly(2025, 3, 17)), (early?.Code, (DateOnly?)early?.Arguments[2]));
        Assert.Equal("correction.too-late", await RefusalAsync(story, new CorrectReceipt(Why, new DateOnly(2025, 3, 20))));
        Assert.Equal("act.in-the-future", await RefusalAsync(story, new CorrectReceipt(Why, new DateOnly(2099, 1, 1))));
        Assert.Equal("correction.too-early", await RefusalAsync(story, new CorrectAllocation(allocation, Why) { DecidedOn = new DateOnly(2025, 3, 17) }));
        Assert.Equal("correction.too-late", await RefusalAsync(story, new CorrectAllocation(allocation, Why) { DecidedOn = new DateOnly(2025, 3, 25) }));
        Assert.Equal("correction.too-early", await RefusalAsync(story, new CorrectAllocation(allocation, Why) { AcceptedOn = new DateOnly(2025, 3, 21) }));
        Assert.Equal("correction.nothing-changed", await RefusalAsync(story, new CorrectReceipt(Why, new DateOnly(2025, 3, 18))));
        Assert.Equal("act.missing", await RefusalAsync(story, new CorrectReceipt(" ", new DateOnly(2025, 3, 17))));
        Assert.Empty((await story.FileAsync()).Corrections);
    }

    [Fact]
    public async Task A_corrected_decision_meets_the_term_of_the_allocation_on_its_new_day()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OpenedAsync(bureau);
        await story.DoAsync("许婧", new CorrectAllocation((await story.FileAsync()).Allocations[0].Id, Why) { DecidedOn = new DateOnly(2025, 3, 20) });

        var file = await story.FileAsync();
        Assert.Equal(new DateOnly(2025, 3, 20), file.Case.AllocatedOn);
        Assert.Equal(new DateOnly(2025, 3, 20), file.Deadlines.Single(line => line.Kind == DeadlineKind.InternalAllocation).MetOn);
    }

    [Fact]
    public async Task A_reply_that_was_on_time_and_is_no_longer_shows_it_in_the_figures_at_once()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await DeliveredAsync(bureau);
        story.On(6, 30);
        Assert.Equal(new Rate(1, 1), await OnTimeAsync(bureau, story));
        var delivery = (await story.FileAsync()).Replies[0].Deliveries[0].Id;

        await story.DoAsync("俞敏", new CorrectDelivery(delivery, Why) { DeliveredOn = new DateOnly(2025, 6, 18), EvidenceId = await PictureAsync(bureau, story) });

        Assert.Equal(new Rate(0, 1), await OnTimeAsync(bureau, story));
        var file = await story.FileAsync();
        Assert.Equal(new DateOnly(2025, 6, 18), file.Case.RepliedOn);
        Assert.Equal(new DateOnly(2025, 7, 9), file.Deadlines.Single(line => line.Kind == DeadlineKind.FeedbackReturn).DueOn);
        Assert.Equal(new DateOnly(2025, 6, 18), file.Deadlines.Single(line => line.Kind == DeadlineKind.Reply).MetOn);

        await story.DoAsync("俞敏", new CorrectDelivery(delivery, Why) { DeliveredOn = new DateOnly(2025, 6, 17), EvidenceId = await PictureAsync(bureau, story) });
        Assert.Equal(new Rate(1, 1), await OnTimeAsync(bureau, story));
    }

    [Fact]
    public async Task What_a_proposer_holds_or_signed_is_corrected_by_the_director_in_person_and_from_a_paper()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await DeliveredAsync(bureau);
        await story.AnsweredAsync(6, 12, Rating.Satisfied, Rating.BasicallySatisfied);
        var file = await story.FileAsync();
        Proposals.Handling.CorrectionAct[] acts =
        [
            new CorrectDelivery(file.Replies[0].Deliveries[0].Id, Why) { DeliveryWay = DeliveryWay.Post },
            new CorrectFeedback(file.Forms[0].Id, Why) { Result = Rating.Satisfied },
            new CorrectReplyData(file.Replies[0].Id, Why) { ContactPhone = "0571-1" },
        ];
        foreach (var act in acts)
        {
            Assert.Equal("correction.evidence-missing", (await story.TryAsync("俞敏", act)).Refusal?.Code);
            var proven = act with { EvidenceId = await PictureAsync(bureau, story) };
            Assert.Equal("correction.only-the-director", (await story.TryAsync("许婧", proven, decidedBy: "俞敏")).Refusal?.Code);
            Assert.NotNull((await story.TryAsync("许婧", proven)).Refusal);
            await story.DoAsync("俞敏", proven);
        }

        Assert.Equal(Rating.Satisfied, (await story.CaseAsync()).Result);
    }

    [Fact]
    public async Task Until_somebody_holds_the_reply_its_number_is_the_offices_to_correct()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await SealedAsync(bureau);
        var reply = (await story.FileAsync()).Replies[0].Id;

        await story.DoAsync("许婧", new CorrectReplyData(reply, Why) { DocumentNumber = "云经旅提〔2025〕7号", SealedOn = new DateOnly(2025, 5, 16) });

        var other = new CaseDriver(bureau);
        await other.RegisterAsync(CaseDriver.Registration("259", new DateOnly(2025, 3, 17)));
        await TillSealedAsync(other);
        Assert.Equal("reply.number-taken", (await other.TryAsync("许婧", new CorrectReplyData((await other.FileAsync()).Replies[0].Id, Why) { DocumentNumber = "云经旅提〔2025〕7号" })).Refusal?.Code);
        Assert.Equal("correction.too-early", (await other.TryAsync("许婧", new CorrectReplyData((await other.FileAsync()).Replies[0].Id, Why) { SealedOn = new DateOnly(2025, 5, 14) })).Refusal?.Code);
    }

    [Fact]
    public async Task A_corrected_number_is_nobody_elses()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OpenedAsync(bureau);
        var twin = new CaseDriver(bureau);
        await twin.RegisterAsync(CaseDriver.Registration("285", new DateOnly(2025, 3, 17)));

        Assert.Equal("intake.already-registered", await RefusalAsync(story, new CorrectRegistration(Why) { CaseNumber = " 285 " }));
        await story.DoAsync("许婧", new CorrectRegistration(Why) { CaseNumber = "285", SessionNumber = 4 });
    }

    [Fact]
    public async Task Our_role_changes_only_between_sole_and_split_and_before_a_signature()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OpenedAsync(bureau);
        Assert.Equal("correction.role-is-used", await RefusalAsync(story, new CorrectRegistration(Why) { OurRole = OurRole.LeadOrganizer }));
        await story.DoAsync("许婧", new CorrectRegistration(Why) { OurRole = OurRole.SplitHandling });
        Assert.Equal(("SoleOrganizer", "SplitHandling"), Assert.Single((await story.FileAsync()).Corrections) is var line ? (line.Before, line.After) : default);
        await TillSignedAsync(story);
        Assert.Equal("correction.role-is-used", await RefusalAsync(story, new CorrectRegistration(Why) { OurRole = OurRole.SoleOrganizer }));
    }

    [Fact]
    public async Task A_corrected_re_assignment_moves_the_term_of_its_round()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await DeliveredAsync(bureau);
        await story.AnsweredAsync(6, 12, Rating.Satisfied, Rating.Unsatisfied);
        await story.On(7, 8).DoAsync("许婧", new StartRehandling());

        var outcome = await story.On(7, 15).TryAsync("许婧", new CorrectRound(2, Why) { ReassignedOn = new DateOnly(2025, 7, 10) });

        Assert.Equal([new MovedDate(DeadlineKind.Rehandle, new DateOnly(2025, 8, 8), new DateOnly(2025, 8, 10))], outcome.Moved);
        Assert.Equal(new DateOnly(2025, 7, 10), (await story.CaseAsync()).RoundBeganOn);
        Assert.Equal("correction.too-early", await RefusalAsync(story, new CorrectRound(2, Why) { ReassignedOn = new DateOnly(2025, 6, 11) }));
    }

    [Fact]
    public async Task Neither_what_is_owed_no_more_nor_what_other_units_were_asked_moves_with_the_assignment()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 24)) with { OurRole = OurRole.LeadOrganizer, OtherUnits = [new UnitEntry("区公安分局", OtherUnitRole.CoOrganizer)] });
        await story.DoAsync("许婧", new ReceiveCase());
        await story.DoAsync("俞敏", new ProposeAllocation(await bureau.DepartmentAsync("旅游科")));
        await story.DoAsync("方晓岚", new DecideAllocation(true));
        await story.DoAsync("王海涛", new AcceptAndName(bureau.Id("郑宁")));
        var unit = (await story.FileAsync()).Case.Units[0].Id;
        await story.DoAsync("郑宁", new AskUnits([unit]));
        await story.DoAsync("许婧", new RequestReturn("不属于本局职责。", "区住建局", bureau.Id("方晓岚")));
        await story.DoAsync("方晓岚", new DecideReturn(false) { Opinion = "由本局办理。" });

        var outcome = await story.TryAsync("许婧", new CorrectRegistration(Why) { AssignedOn = new DateOnly(2025, 3, 21) });

        Assert.Contains(outcome.Moved, move => move.Kind == DeadlineKind.Reply);
        Assert.DoesNotContain(outcome.Moved, move => move.Kind is DeadlineKind.UnitOpinion or DeadlineKind.ReturnWindow);
        var file = await story.FileAsync();
        Assert.Equal((new DateOnly(2025, 4, 24), new DateOnly(2025, 4, 24)), (file.Case.Units[0].DueOn, file.Deadlines.Single(line => line.Kind == DeadlineKind.UnitOpinion).DueOn));
        Assert.Equal(new DateOnly(2025, 3, 24), file.Deadlines.Single(line => line.Kind == DeadlineKind.ReturnWindow).StartOn);
    }

    [Fact]
    public async Task A_promise_with_another_date_is_owed_on_that_date()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OpenedAsync(bureau);
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.On(5, 15).DoAsync("郑宁", CaseDriver.Draft("B") with { Commitments = [new Promise("更新标识", new DateOnly(2025, 7, 31))] });
        await story.DoAsync("王海涛", new ReviewByHead(true));
        await story.DoAsync("俞敏", new ReviewByOffice(true));
        await story.DeliveredAsync(6, 5);

        var outcome = await story.TryAsync("俞敏", new CorrectCommitment((await story.FileAsync()).Commitments[0].Id, Why) { EvidenceId = await PictureAsync(bureau, story), CommitmentDueOn = new DateOnly(2025, 8, 31) });

        Assert.Equal([new MovedDate(DeadlineKind.Commitment, new DateOnly(2025, 7, 31), new DateOnly(2025, 8, 31))], outcome.Moved);
        Assert.Equal(new DateOnly(2025, 8, 31), (await story.FileAsync()).Deadlines.Single(line => line.Kind == DeadlineKind.Commitment).DueOn);
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task The_day_a_promise_was_cleared_moves_the_end_of_the_case_that_ended_with_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OpenedAsync(bureau);
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.On(5, 15).DoAsync("郑宁", CaseDriver.Draft("B") with { Commitments = [new Promise("更新标识", new DateOnly(2025, 7, 31))] });
        await story.DoAsync("王海涛", new ReviewByHead(true));
        await story.DoAsync("俞敏", new ReviewByOffice(true));
        await story.DeliveredAsync(6, 5);
        await story.AnsweredAsync(6, 12, Rating.Satisfied, Rating.Satisfied);
        var promise = (await story.FileAsync()).Commitments[0].Id;
        await story.On(7, 1).DoAsync("郑宁", new RecordProgress(promise, CommitmentState.Kept, "全部更新") { ProofId = await PictureAsync(bureau, story) });
        await story.On(7, 4).DoAsync("许婧", new ClearCommitment(promise, "属实"));
        var correction = new CorrectCommitment(promise, Why) { EvidenceId = await PictureAsync(bureau, story) };
        Assert.Equal("correction.too-late", (await story.TryAsync("俞敏", correction with { CommitmentReportedOn = new DateOnly(2025, 7, 3), CommitmentClearedOn = new DateOnly(2025, 7, 2) })).Refusal?.Code);
        Assert.Equal("correction.too-early", (await story.TryAsync("俞敏", correction with { CommitmentReportedOn = new DateOnly(2025, 6, 4) })).Refusal?.Code);

        var outcome = await story.TryAsync("俞敏", correction with { CommitmentReportedOn = new DateOnly(2025, 6, 30), CommitmentClearedOn = new DateOnly(2025, 7, 3) });

        Assert.Equal([new MovedDate(DeadlineKind.Archive, new DateOnly(2025, 7, 11), new DateOnly(2025, 7, 10))], outcome.Moved);
        var file = await story.FileAsync();
        Assert.Equal((new DateOnly(2025, 7, 3), new DateOnly(2025, 6, 30)), (file.Case.ClosedOn, file.Deadlines.Single(line => line.Kind == DeadlineKind.Commitment).MetOn));
        Assert.Equal([new DateOnly(2025, 6, 30), new DateOnly(2025, 7, 3)], file.Commitments[0].Progress.Select(line => line.On));
        await Replays.AgreeAsync(bureau, story);
    }

    private static async Task<string?> RefusalAsync(CaseDriver story, Proposals.Acts.CaseAct act) => (await story.TryAsync("许婧", act)).Refusal?.Code;

    private static Task<FileId> PictureAsync(Bureau bureau, CaseDriver story) => bureau.PictureAsync(story.Id, "俞敏", story.Now);

    private static async Task<Rate> OnTimeAsync(Bureau bureau, CaseDriver story) =>
        (await bureau.WithAsync<FigureQuery, Figures>(figures => figures.OfYearAsync(bureau.SeesAs("许婧"), 2025, story.Today, TestContext.Current.CancellationToken))).RepliedOnTime;

    private static async Task<CaseDriver> OpenedAsync(Bureau bureau)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        return await story.AcceptedAsync();
    }

    private static async Task<CaseDriver> TillSignedAsync(CaseDriver story)
    {
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15);
        return await story.DoAsync("方晓岚", new ReviewByDeputy(true));
    }

    private static async Task<CaseDriver> TillSealedAsync(CaseDriver story)
    {
        await story.AcceptedAsync();
        await TillSignedAsync(story);
        return await story.On(5, 20).SealedAsync();
    }

    private static async Task<CaseDriver> SealedAsync(Bureau bureau)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        return await TillSealedAsync(story);
    }

    private static async Task<CaseDriver> DeliveredAsync(Bureau bureau)
    {
        var story = await SealedAsync(bureau);
        return await story.On(6, 5).DoAsync("郑宁", new RecordDelivery([story.LeadProposer], DeliveryWay.HandedOver));
    }
}
