using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Reply;
using Proposals.Tests.Assignment;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Handling;

/// <summary>A case that is over asks nobody for anything but its way into the archive, and its lamp goes out there.</summary>
public sealed class ClosedCaseTests
{
    [Fact]
    public async Task A_handler_who_was_never_named_is_not_missed_once_the_case_is_closed()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await DeliveredAsync(bureau);
        await story.On(6, 9).DoAsync("俞敏", new TransferCase(bureau.Id("郑宁"), null, "调离"));
        await story.AnsweredAsync(6, 24, Rating.Satisfied, Rating.Satisfied);
        Assert.Equal([DeadlineKind.Archive, DeadlineKind.Step], (await story.FileAsync()).Deadlines.Where(line => line.IsOpen).Select(line => line.Kind).Order());

        await story.ArchivedAsync();
        Assert.Equal(Light.Off, (await story.CaseAsync()).LightOn(new DateOnly(2025, 12, 31)));
        await Stages.OverAsync(bureau, story);
    }

    [Fact]
    public async Task Reopened_without_a_handler_the_case_asks_for_one_again()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await DeliveredAsync(bureau);
        await story.On(6, 9).DoAsync("俞敏", new TransferCase(bureau.Id("郑宁"), null, "调离"));
        await story.AnsweredAsync(6, 24, Rating.Satisfied, Rating.Satisfied);
        var form = (await story.FileAsync()).Forms[0].Id;

        await story.On(6, 30).DoAsync("俞敏", new Proposals.Feedback.CorrectFeedback(form, "看错了") { EvidenceId = await bureau.PictureAsync(story.Id, "俞敏", story.Now), Result = Rating.Unsatisfied });

        Assert.Contains((await story.FileAsync()).Deadlines, line => line is { Kind: DeadlineKind.Handover, IsOpen: true });
    }

    [Fact]
    public async Task Whoever_was_let_off_meeting_the_proposer_owes_no_first_contact_once_the_reply_is_there()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        await story.On(5, 12).DoAsync("方晓岚", new GrantOverride("委员在国外，书面同意不再面商"));
        await story.CheckedAsync(5, 15, "C");
        await story.DeliveredAsync(6, 5);

        Assert.NotNull((await story.FileAsync()).Deadlines.Single(line => line.Kind == DeadlineKind.FirstContact).DroppedOn);
        Assert.Null((await story.CaseAsync()).InternalDueOn);
    }

    [Fact]
    public async Task A_plan_that_waits_for_its_decision_leaves_the_leaders_inbox_when_the_case_closes()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await DeliveredAsync(bureau);
        await story.DoAsync("郑宁", new BeginPlan());
        await story.DoAsync("郑宁", new SubmitPlan("目标", [new MeasureEntry("举措", new DateOnly(2025, 9, 30))]));
        Assert.Contains("审定办理方案", await Stages.InboxAsync(bureau, "方晓岚"));

        await story.AnsweredAsync(6, 24, Rating.Satisfied, Rating.Satisfied);

        Assert.DoesNotContain("审定办理方案", await Stages.InboxAsync(bureau, "方晓岚"));
        Assert.Equal(["办结归档"], await story.WaitsForAsync());
        Assert.Equal("act.wrong-state", (await story.TryAsync("方晓岚", new ApprovePlan(true))).Refusal?.Code);
        await story.ArchivedAsync();
        await Stages.OverAsync(bureau, story);
    }

    private static async Task<CaseDriver> DeliveredAsync(Bureau bureau)
    {
        var story = await Stages.AtAsync(bureau, Stage.Sealed);
        return await story.On(6, 5).DoAsync("郑宁", new RecordDelivery([story.LeadProposer], DeliveryWay.HandedOver));
    }
}
