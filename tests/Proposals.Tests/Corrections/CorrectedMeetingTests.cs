using Proposals.Acts;
using Proposals.Audit;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Tests.Audit;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Corrections;

/// <summary>A corrected meeting is counted anew: the gate opens or shuts with it, and a signed reply keeps what it rests on.</summary>
public sealed class CorrectedMeetingTests
{
    private const string Why = "登记错误";

    [Fact]
    public async Task A_meeting_that_was_only_a_call_shuts_the_gate_before_the_reply_is_submitted()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await MetTwiceAsync(bureau);
        Assert.Equal(["拟复函"], await story.WaitsForAsync());

        await story.DoAsync("郑宁", new CorrectConsultation(await MeetingAsync(story, 1), Why) { ContactKind = ContactKind.Phone });

        Assert.Equal((1, 2), await story.CaseAsync() is var subject ? (subject.ValidConsultations, subject.Contacts) : default);
        Assert.Equal(["拟复函"], await story.WaitsForAsync());
        Assert.Equal("consultation.lacking", (await story.On(5, 15).TryAsync("郑宁", CaseDriver.Draft())).Refusal?.Code);
        await story.MeetAsync(ContactKind.Visit, 5, 16);
        await story.DoAsync("郑宁", CaseDriver.Draft());
        await AgreesAsync(bureau, story);
    }

    [Fact]
    public async Task A_voided_meeting_leaves_the_draft_waiting_and_refused_too()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await MetTwiceAsync(bureau);

        await story.DoAsync("许婧", new VoidConsultation(await MeetingAsync(story, 0), Why));

        Assert.Equal("consultation.lacking", (await story.On(5, 15).TryAsync("郑宁", CaseDriver.Draft())).Refusal?.Code);
        Assert.Equal(new DateOnly(2025, 4, 16), (await story.FileAsync()).Deadlines.Single(line => line.Kind == DeadlineKind.FirstContact).MetOn);
    }

    [Fact]
    public async Task A_submitted_reply_that_lost_a_meeting_is_not_signed()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await MetTwiceAsync(bureau);
        await story.CheckedAsync(5, 15);
        await story.DoAsync("许婧", new CorrectConsultation(await MeetingAsync(story, 1), Why) { ProposersPresent = [] });

        Assert.Equal("consultation.lacking", (await story.TryAsync("方晓岚", new ReviewByDeputy(true))).Refusal?.Code);
        Assert.Equal(["分管领导签发"], await story.WaitsForAsync());
    }

    [Fact]
    public async Task A_call_that_was_a_meeting_needs_its_proof_and_opens_the_gate()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OpenedAsync(bureau);
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Phone, 4, 16);
        var call = new CorrectConsultation(await MeetingAsync(story, 1), Why) { ContactKind = ContactKind.Visit };
        Assert.Equal(["面商"], await story.WaitsForAsync());

        Assert.Equal("consultation.proof-missing", (await story.TryAsync("郑宁", call)).Refusal?.Code);
        await story.DoAsync("郑宁", call with { AddedProofs = [await bureau.PictureAsync(story.Id, "郑宁", story.Now)] });

        Assert.Equal(2, (await story.CaseAsync()).ValidConsultations);
        Assert.Equal(["拟复函"], await story.WaitsForAsync());
        await AgreesAsync(bureau, story);
    }

    [Fact]
    public async Task A_signed_reply_keeps_the_meetings_it_rests_on()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await MetTwiceAsync(bureau);
        await story.CheckedAsync(5, 15);
        await story.DoAsync("方晓岚", new ReviewByDeputy(true));
        story.On(5, 20);
        var second = await MeetingAsync(story, 1);

        Assert.Equal("correction.reply-rests-on-it", await RefusalAsync(story, new CorrectConsultation(second, Why) { ContactKind = ContactKind.Phone }));
        Assert.Equal("correction.reply-rests-on-it", await RefusalAsync(story, new CorrectConsultation(second, Why) { HeldOn = new DateOnly(2025, 3, 28) }));
        Assert.Equal("correction.too-late", await RefusalAsync(story, new CorrectConsultation(second, Why) { HeldOn = new DateOnly(2025, 5, 16) }));
        await story.DoAsync("郑宁", new CorrectConsultation(second, Why) { HeldOn = new DateOnly(2025, 4, 17), Place = "委员工作单位" });
        Assert.Equal(new DateOnly(2025, 4, 17), (await story.CaseAsync()).RoundGateOn);
    }

    [Fact]
    public async Task The_first_contact_and_the_rank_follow_the_corrected_record()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await MetTwiceAsync(bureau);
        await story.DoAsync("王海涛", new CorrectConsultation(await MeetingAsync(story, 0), Why) { HeldOn = new DateOnly(2025, 4, 10), StaffPresent = [bureau.Id("郑宁"), bureau.Id("方晓岚")] });

        var file = await story.FileAsync();
        Assert.Equal(new DateOnly(2025, 4, 10), file.Deadlines.Single(line => line.Kind == DeadlineKind.FirstContact).MetOn);
        Assert.Equal(Rank.DeputyLeader, file.Consultations[0].HighestRank);
        Assert.Equal(new DateOnly(2025, 4, 16), file.Case.RoundGateOn);
        Assert.Equal("correction.too-early", await RefusalAsync(story, new CorrectConsultation(file.Consultations[0].Id, Why) { HeldOn = new DateOnly(2025, 3, 16) }));
    }

    [Fact]
    public async Task A_seconder_who_was_taken_for_a_co_proposer_no_longer_makes_a_meeting_count()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OpenedAsync(bureau, new ProposerEntry("林海", ProposerRole.CoProposer));
        var co = (await story.CaseAsync()).Proposers[1].Id;
        story.On(3, 28);
        await story.DoAsync("郑宁", await story.MeetingAsync(ContactKind.Visit) with { ProposersPresent = [co] });
        Assert.Equal(1, (await story.CaseAsync()).ValidConsultations);

        await story.DoAsync("许婧", new CorrectProposers(Why) { Changes = [new ProposerChange(co) { Role = ProposerRole.Seconder }] });

        Assert.Equal(0, (await story.CaseAsync()).ValidConsultations);
        Assert.Equal("correction.proposer-is-part", await RefusalAsync(story, new CorrectProposers(Why) { Removed = [co] }));
        Assert.Equal("intake.one-lead-proposer", await RefusalAsync(story, new CorrectProposers(Why) { Changes = [new ProposerChange(co) { Role = ProposerRole.Lead }] }));
    }

    [Fact]
    public async Task A_co_proposer_who_does_not_belong_to_it_no_longer_holds_up_the_delivery()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OpenedAsync(bureau, new ProposerEntry("林海", ProposerRole.CoProposer));
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15);
        await story.DeliveredAsync(6, 5);
        Assert.Equal(["送达"], await story.WaitsForAsync());

        await story.On(6, 9).DoAsync("许婧", new CorrectProposers(Why) { Removed = [(await story.CaseAsync()).Proposers[1].Id] });

        var file = await story.FileAsync();
        Assert.Equal(new DateOnly(2025, 6, 5), file.Replies[0].DeliveredOn);
        Assert.Equal(new DateOnly(2025, 6, 5), file.Deadlines.Single(line => line.Kind == DeadlineKind.FeedbackReturn).StartOn);
        Assert.Equal(["征询意见"], file.Waiting.Select(step => step.Name));
        Assert.Equal("林海", Assert.Single(file.Corrections).Before);
        Assert.Equal("correction.reply-is-delivered", await RefusalAsync(story, new CorrectProposers(Why) { Added = [new ProposerEntry("孙安", ProposerRole.CoProposer)] }));
        await AgreesAsync(bureau, story);
    }

    private static async Task AgreesAsync(Bureau bureau, CaseDriver story)
    {
        Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(CaseActs.SubjectOf(story.Id), TestContext.Current.CancellationToken)));
        await Replays.AgreeAsync(bureau, story);
    }

    private static async Task<string?> RefusalAsync(CaseDriver story, CaseAct act) => (await story.TryAsync("许婧", act)).Refusal?.Code;

    private static async Task<ConsultationId> MeetingAsync(CaseDriver story, int place) => (await story.FileAsync()).Consultations[place].Id;

    private static async Task<CaseDriver> OpenedAsync(Bureau bureau, params IReadOnlyList<ProposerEntry> more)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17), more));
        return await story.AcceptedAsync();
    }

    private static async Task<CaseDriver> MetTwiceAsync(Bureau bureau)
    {
        var story = await OpenedAsync(bureau);
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        return await story.MeetAsync(ContactKind.Visit, 4, 16);
    }
}
