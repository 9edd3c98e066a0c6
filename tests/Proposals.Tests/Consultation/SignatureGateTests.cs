using Proposals.Acts;
using Proposals.Consultation;
using Proposals.Reply;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Consultation;

public sealed class SignatureGateTests
{
    [Fact]
    public async Task A_draft_with_one_valid_consultation_is_not_sent_for_review()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await BeginAsync(bureau);
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Phone, 4, 2);

        var outcome = await story.TryAsync("郑宁", CaseDriver.Draft());

        Assert.Equal("consultation.lacking", outcome.Refusal?.Code);
        Assert.Equal<object?>([new ActName(nameof(SubmitReply)), 1, 2], outcome.Refusal?.Arguments);
    }

    [Fact]
    public async Task Two_consultations_on_one_day_count_as_one()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await BeginAsync(bureau);
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Symposium, 3, 28);

        var outcome = await story.TryAsync("郑宁", CaseDriver.Draft());

        Assert.Equal("consultation.lacking", outcome.Refusal?.Code);
        Assert.Equal(1, (await story.CaseAsync()).ValidConsultations);
    }

    [Fact]
    public async Task One_picture_proves_one_consultation_only()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await BeginAsync(bureau);
        var picture = DemoPaper.Draw(77);
        await story.MeetAsync(ContactKind.Visit, 3, 28, proof: await bureau.FileAsync(story.Id, "郑宁", picture, story.Now));
        story.On(4, 16);

        var again = await story.TryAsync("郑宁", await story.MeetingAsync(ContactKind.Visit, proof: await bureau.FileAsync(story.Id, "郑宁", picture, story.Now)));

        Assert.Equal("consultation.proof-used-before", again.Refusal?.Code);
        Assert.Equal(1, (await story.CaseAsync()).ValidConsultations);
    }

    [Fact]
    public async Task A_signature_is_refused_when_a_consultation_was_voided_after_the_review()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await BeginAsync(bureau);
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15);
        var first = (await story.FileAsync()).Consultations[0];
        await story.DoAsync("许婧", new VoidConsultation(first.Id, "登记错办件"));

        var outcome = await story.TryAsync("方晓岚", new ReviewByDeputy(true));

        Assert.Equal("consultation.lacking", outcome.Refusal?.Code);
        Assert.Null((await story.FileAsync()).CurrentReply?.SignedOn);
        Assert.Equal(["分管领导签发"], await story.WaitsForAsync());
    }

    [Fact]
    public async Task An_override_with_reason_and_approver_opens_the_gate_and_stays_visible()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await BeginAsync(bureau);
        await story.MeetAsync(ContactKind.Visit, 3, 28);

        Assert.Equal("act.missing", (await story.TryAsync("方晓岚", new GrantOverride(" "))).Refusal?.Code);
        Assert.Equal("act.not-entitled", (await story.TryAsync("郑宁", new GrantOverride("代表出国"))).Refusal?.Code);
        await story.DoAsync("方晓岚", new GrantOverride("委员长期出国，书面表示不需再面商"));
        await story.DoAsync("郑宁", CaseDriver.Draft());

        var file = await story.FileAsync();
        Assert.True(file.Case.HasOverride);
        Assert.Equal(bureau.Id("方晓岚"), Assert.Single(file.Overrides).ApprovedById);
        Assert.Equal(["科室审核"], await story.WaitsForAsync());
    }

    [Fact]
    public async Task A_meeting_without_its_proposer_is_kept_but_does_not_count()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await BeginAsync(bureau);
        story.On(3, 28);
        await story.DoAsync("郑宁", await story.MeetingAsync(ContactKind.Symposium) with { ProposersPresent = [] });

        var subject = await story.CaseAsync();
        Assert.Equal(0, subject.ValidConsultations);
        Assert.Equal(1, subject.Contacts);
    }

    [Fact]
    public async Task A_face_to_face_meeting_needs_its_proof()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await BeginAsync(bureau);
        story.On(3, 28);

        var outcome = await story.TryAsync("郑宁", await story.MeetingAsync(ContactKind.Visit) with { Proofs = [] });

        Assert.Equal("consultation.proof-missing", outcome.Refusal?.Code);
    }

    [Fact]
    public async Task A_picture_of_one_case_proves_no_meeting_of_another_unless_both_were_one_symposium()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (first, second) = (await BeginAsync(bureau), await BeginAsync(bureau, "259"));
        var picture = DemoPaper.Draw(78);
        await first.MeetAsync(ContactKind.Visit, 3, 28, proof: await bureau.FileAsync(first.Id, "郑宁", picture, first.Now));
        second.On(3, 28);

        var again = await second.TryAsync("郑宁", await second.MeetingAsync(ContactKind.Visit, proof: await bureau.FileAsync(second.Id, "郑宁", picture, second.Now)));
        Assert.Equal("consultation.proof-of-another", again.Refusal?.Code);

        var hall = DemoPaper.Draw(79);
        await first.MeetAsync(ContactKind.Symposium, 4, 16, proof: await bureau.FileAsync(first.Id, "郑宁", hall, first.Now));
        await second.MeetAsync(ContactKind.Symposium, 4, 16, proof: await bureau.FileAsync(second.Id, "郑宁", hall, second.Now));
        Assert.Equal(1, (await second.CaseAsync()).ValidConsultations);
    }

    [Fact]
    public async Task A_visit_that_does_not_count_leaves_the_step_its_date()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await BeginAsync(bureau);
        var before = Assert.Single((await story.FileAsync()).Waiting);
        story.On(3, 28);

        await story.DoAsync("郑宁", await story.MeetingAsync(ContactKind.Visit) with { ProposersPresent = [] });

        var after = Assert.Single((await story.FileAsync()).Waiting);
        Assert.Equal((before.Id, before.DueOn), (after.Id, after.DueOn));
        Assert.Equal((1, 0), ((await story.CaseAsync()).Contacts, (await story.CaseAsync()).ValidConsultations));
    }

    private static async Task<CaseDriver> BeginAsync(Bureau bureau, string number = "258")
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration(number, new DateOnly(2025, 3, 17)));
        return await story.AcceptedAsync();
    }
}
