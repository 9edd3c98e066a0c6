using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Tests.Assignment;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Feedback;

/// <summary>A form that comes after its term counts like any other; what it says of the reply decides what follows.</summary>
public sealed class LateFormTests
{
    [Fact]
    public async Task An_unsatisfied_form_sends_a_lapsed_case_that_is_followed_up_back_to_handling()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await LapsedAsync(bureau, "B");
        Assert.Equal((CaseState.FollowUp, "跟踪落实"), ((await story.CaseAsync()).State, Assert.Single(await story.WaitsForAsync())));

        await story.AnsweredAsync(7, 15, Rating.Satisfied, Rating.Unsatisfied);

        Assert.Equal((CaseState.AwaitingFeedback, false, false), await story.CaseAsync() is var told ? (told.State, told.FeedbackLapsed, told.InFollowUp) : default);
        Assert.Equal(["重新交办登记"], await story.WaitsForAsync());
        await SecondRoundAsync(story);
        Assert.Equal(CaseState.FollowUp, (await story.CaseAsync()).State);
        Assert.Equal(["跟踪落实"], await story.WaitsForAsync());
        Assert.Equal(("1/1（100.0%）", "1/1（100.0%）"), await Stages.FiguresAsync(bureau, story.Today) is var figures ? (figures.SatisfiedWithResult.ToString(), figures.FeedbackReturned.ToString()) : default);
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task A_satisfied_form_of_a_lapsed_case_is_a_rating_and_nothing_else()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await LapsedAsync(bureau, "C");
        await story.On(7, 10).ArchivedAsync();
        Assert.Equal("—", (await Stages.FiguresAsync(bureau, story.Today)).SatisfiedWithResult.ToString());

        await story.AnsweredAsync(7, 15, Rating.Satisfied, Rating.BasicallySatisfied);

        var subject = await story.CaseAsync();
        Assert.Equal((CaseState.Archived, false, new DateOnly(2025, 7, 9)), (subject.State, subject.FeedbackLapsed, subject.ClosedOn));
        Assert.Equal("1/1（100.0%）", (await Stages.FiguresAsync(bureau, story.Today)).SatisfiedWithResult.ToString());
        await Stages.OverAsync(bureau, story);
    }

    [Fact]
    public async Task An_unsatisfied_form_opens_a_case_that_a_lapse_had_closed()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await LapsedAsync(bureau, "C");
        await story.On(7, 10).ArchivedAsync();

        await story.AnsweredAsync(7, 15, Rating.Satisfied, Rating.Unsatisfied);

        Assert.Equal((CaseState.AwaitingFeedback, null, null), await story.CaseAsync() is var open ? (open.State, open.ClosedOn, open.ArchivedOn) : default);
        Assert.Equal("0/1（0.0%）", (await Stages.FiguresAsync(bureau, story.Today)).SatisfiedWithResult.ToString());
        await SecondRoundAsync(story);
        await story.ArchivedAsync();
        Assert.Equal(CaseState.Archived, (await story.CaseAsync()).State);
        await Stages.OverAsync(bureau, story);
    }

    [Fact]
    public async Task The_others_forms_are_welcome_after_the_leads_closed_the_case_and_about_an_earlier_round()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await DeliveredAsync(bureau, "C", new ProposerEntry("林海", ProposerRole.CoProposer));
        await story.AnsweredAsync(6, 24, Rating.Satisfied, Rating.Unsatisfied);
        await story.On(7, 8).DoAsync("许婧", new StartRehandling());
        await story.MeetAsync(ContactKind.Visit, 7, 22, withLeader: "方晓岚");
        var other = (await story.CaseAsync()).Proposers[1].Id;
        Assert.Equal([1], AwaitedForm.Of(await story.FileAsync()).Select(form => form.Round));
        await story.DoAsync("许婧", await FormAsync(bureau, story, other) with { Result = Rating.Unsatisfied });
        Assert.Equal(1, (await story.FileAsync()).Forms[^1].Round);

        await RepliedAgainAsync(story);
        await story.AnsweredAsync(8, 11, Rating.Satisfied, Rating.Satisfied);
        await story.ArchivedAsync();
        Assert.Equal([2], AwaitedForm.Of(await story.FileAsync()).Select(form => form.Round));
        Assert.Equal("feedback.already-entered", (await story.On(8, 20).TryAsync("许婧", await FormAsync(bureau, story, other) with { Round = 1 })).Refusal?.Code);
        Assert.Equal("feedback.not-delivered", (await story.TryAsync("许婧", await FormAsync(bureau, story, other) with { Round = 3 })).Refusal?.Code);
        await story.DoAsync("许婧", await FormAsync(bureau, story, other) with { Result = Rating.Unsatisfied });

        var file = await story.FileAsync();
        Assert.Equal((CaseState.Archived, Rating.Satisfied, 2), (file.Case.State, file.Case.Result, file.Forms[^1].Round));
        Assert.Empty(AwaitedForm.Of(file));
        Assert.Equal("feedback.already-entered", (await story.TryAsync("许婧", await FormAsync(bureau, story, other))).Refusal?.Code);
        await Stages.OverAsync(bureau, story);
    }

    [Fact]
    public async Task The_day_of_a_late_form_is_corrected_without_moving_the_end_of_the_case()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await LapsedAsync(bureau, "C");
        await story.On(7, 10).ArchivedAsync();
        await story.AnsweredAsync(7, 15, Rating.Satisfied, Rating.Satisfied);
        var correction = new CorrectFeedback((await story.FileAsync()).Forms[0].Id, "看错了日期") { EvidenceId = await bureau.PictureAsync(story.Id, "俞敏", story.Now), FormOn = new DateOnly(2025, 7, 14) };

        await story.DoAsync("俞敏", correction);

        var file = await story.FileAsync();
        Assert.Equal((new DateOnly(2025, 7, 14), new DateOnly(2025, 7, 9)), (file.Forms[0].ReceivedOn, file.Case.ClosedOn));
    }

    [Fact]
    public async Task A_second_round_without_a_form_is_not_sent_back_because_of_the_first()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await DeliveredAsync(bureau, "B");
        await story.AnsweredAsync(6, 24, Rating.Satisfied, Rating.Unsatisfied);
        await story.On(7, 8).DoAsync("许婧", new StartRehandling());
        await story.MeetAsync(ContactKind.Visit, 7, 22, withLeader: "方晓岚");
        await RepliedAgainAsync(story);
        await story.On(9, 1).DoAsync("许婧", new RecordLapse());

        Assert.Equal("feedback.not-unsatisfied", (await story.TryAsync("许婧", new StartRehandling())).Refusal?.Code);
    }

    [Fact]
    public async Task A_case_ends_with_the_last_of_its_form_and_its_promises_in_whatever_order_they_are_entered()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await DeliveredAsync(bureau, "B");
        await story.AnsweredAsync(7, 3, Rating.Satisfied, Rating.Satisfied);
        var promises = (await story.FileAsync()).Commitments;
        story.On(7, 10);
        foreach (var (promise, on) in promises.Zip([new DateOnly(2025, 7, 4), new DateOnly(2025, 6, 25)]))
        {
            await story.DoAsync("郑宁", new RecordProgress(promise.Id, CommitmentState.Kept, "已完成") { ProofId = await bureau.PictureAsync(story.Id, "郑宁", story.Now) }, on);
            await story.DoAsync("许婧", new ClearCommitment(promise.Id, "属实"), on);
        }

        var file = await story.FileAsync();
        Assert.Equal(new DateOnly(2025, 7, 4), file.Case.ClosedOn);
        Assert.Equal(new DateOnly(2025, 7, 11), file.Deadlines.Single(line => line is { Kind: DeadlineKind.Archive, IsOpen: true }).DueOn);
    }

    private static async Task<RecordFeedback> FormAsync(Bureau bureau, CaseDriver story, Guid proposer) =>
        new(proposer, Rating.Satisfied, Rating.Satisfied, await bureau.PictureAsync(story.Id, "许婧", story.Now));

    private static async Task SecondRoundAsync(CaseDriver story)
    {
        await story.On(7, 16).DoAsync("许婧", new StartRehandling());
        await story.MeetAsync(ContactKind.Visit, 7, 22, withLeader: "方晓岚");
        await RepliedAgainAsync(story);
        await story.AnsweredAsync(8, 11, Rating.Satisfied, Rating.Satisfied);
    }

    private static async Task RepliedAgainAsync(CaseDriver story)
    {
        await story.CheckedAsync(7, 25, "C");
        await story.DoAsync("方晓岚", new ReviewByDeputy(true));
        await story.SealedAsync();
        await story.On(8, 4).DoAsync("郑宁", new RecordDelivery([.. (await story.CaseAsync()).Proposers.Select(proposer => proposer.Id)], DeliveryWay.HandedOver));
    }

    private static async Task<CaseDriver> LapsedAsync(Bureau bureau, string resultClass)
    {
        var story = await DeliveredAsync(bureau, resultClass);
        return await story.On(7, 9).DoAsync("许婧", new RecordLapse());
    }

    private static async Task<CaseDriver> DeliveredAsync(Bureau bureau, string resultClass, params IReadOnlyList<ProposerEntry> more)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17), more));
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        Promise[] promises = resultClass == "B" ? [new Promise("更新标识", new DateOnly(2025, 7, 31)), new Promise("开通夜游", new DateOnly(2025, 12, 31))] : [];
        await story.On(5, 15).DoAsync("郑宁", CaseDriver.Draft(resultClass) with { Commitments = promises });
        await story.DoAsync("王海涛", new ReviewByHead(true));
        await story.DoAsync("俞敏", new ReviewByOffice(true));
        await story.DoAsync("方晓岚", new ReviewByDeputy(true));
        await story.SealedAsync();
        return await story.On(6, 17).DoAsync("郑宁", new RecordDelivery([.. (await story.CaseAsync()).Proposers.Select(proposer => proposer.Id)], DeliveryWay.HandedOver));
    }
}
