using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.Handling;
using Proposals.Reply;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Feedback;

public sealed class RehandlingTests
{
    [Fact]
    public async Task An_unsatisfied_result_opens_a_second_round_with_its_own_term_and_leaves_the_first_as_it_was()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await UnsatisfiedAsync(bureau);
        var before = await story.FileAsync();
        await story.On(7, 8).DoAsync("许婧", new StartRehandling { Opinion = "请重新办理" });

        var file = await story.FileAsync();
        Assert.Equal(2, file.Case.Round);
        Assert.Equal(CaseState.Rehandling, file.Case.State);
        Assert.Equal(new DateOnly(2025, 8, 8), Assert.Single(file.Deadlines, line => line.Kind == DeadlineKind.Rehandle).DueOn);
        Assert.Equal(["面商"], await story.WaitsForAsync());

        await story.MeetAsync(ContactKind.Visit, 7, 15);
        Assert.Equal("consultation.leader-must-meet", (await story.TryAsync("郑宁", CaseDriver.Draft("C"))).Refusal?.Code);
        await story.MeetAsync(ContactKind.Visit, 7, 22, withLeader: "方晓岚");
        await story.CheckedAsync(7, 25);
        await story.DeliveredAsync(8, 4);
        await story.AnsweredAsync(8, 5, Rating.Satisfied, Rating.BasicallySatisfied);

        var after = await story.FileAsync();
        Assert.Equal(CaseState.Closed, after.Case.State);
        Assert.Equal(["云经旅提〔2025〕1号", "云经旅提〔2025〕2号"], after.Replies.Select(reply => reply.DocumentNumber));
        Assert.Equal(before.Replies[0].Body, after.Replies[0].Body);
        Assert.Equal(before.Replies[0].SignedOn, after.Replies[0].SignedOn);
        Assert.Equal("C", after.Replies[0].ResultClass);
        Assert.Equal([Rating.Unsatisfied, Rating.BasicallySatisfied], after.Forms.Select(form => form.Result));
        Assert.Equal(new DateOnly(2025, 6, 17), after.Case.RepliedOn);
        Assert.Equal("C", after.Case.FirstResultClass);
    }

    [Fact]
    public async Task A_third_round_is_the_principals_decision()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await UnsatisfiedAsync(bureau);
        await story.On(7, 8).DoAsync("许婧", new StartRehandling());
        await story.MeetAsync(ContactKind.Visit, 7, 22, withLeader: "方晓岚");
        await story.CheckedAsync(7, 25);
        await story.DeliveredAsync(8, 4);
        await story.AnsweredAsync(8, 5, Rating.Satisfied, Rating.Unsatisfied);

        Assert.Equal("feedback.principal-decides-round", (await story.On(8, 11).TryAsync("许婧", new StartRehandling())).Refusal?.Code);
    }

    [Fact]
    public async Task Nobody_enters_a_rating_without_the_signed_form()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await DeliveredAsync(bureau);

        var outcome = await story.TryAsync("许婧", new RecordFeedback(story.LeadProposer, Rating.Satisfied, Rating.Satisfied, null));

        Assert.Equal("feedback.scan-missing", outcome.Refusal?.Code);
    }

    [Fact]
    public async Task Silence_is_no_rating_and_only_ends_the_waiting_after_its_term()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await DeliveredAsync(bureau);

        Assert.Equal("feedback.term-still-runs", (await story.On(7, 8).TryAsync("许婧", new RecordLapse())).Refusal?.Code);
        await story.On(7, 9).DoAsync("许婧", new RecordLapse());

        var subject = await story.CaseAsync();
        Assert.Null(subject.Result);
        Assert.True(subject.FeedbackLapsed);
        Assert.Equal(CaseState.Closed, subject.State);
    }

    private static async Task<CaseDriver> UnsatisfiedAsync(Bureau bureau)
    {
        var story = await DeliveredAsync(bureau);
        return await story.AnsweredAsync(7, 3, Rating.Satisfied, Rating.Unsatisfied);
    }

    private static async Task<CaseDriver> DeliveredAsync(Bureau bureau)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15, "C");
        return await story.DeliveredAsync(6, 17);
    }
}
