using Proposals.Consultation;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Reply;

/// <summary>联名: each who signed is owed a meeting and a reply of his own; who only seconded is owed nothing.</summary>
public sealed class SeveralProposersTests
{
    private static readonly DateOnly Assigned = new(2025, 3, 17);

    [Fact]
    public async Task Each_signatory_gets_his_own_delivery_and_the_seconder_none()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await RegisteredAsync(bureau, new ProposerEntry("范建国", ProposerRole.CoProposer), new ProposerEntry("施雯", ProposerRole.Seconder));
        var proposers = (await story.CaseAsync()).Proposers;
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15);
        await story.DeliveredAsync(6, 5);
        Assert.Equal(CaseState.Issued, (await story.CaseAsync()).State);
        Assert.Equal("reply.nobody-chosen", (await story.TryAsync("郑宁", new RecordDelivery([proposers[2].Id], DeliveryWay.Post))).Refusal?.Code);

        await story.On(6, 6).DoAsync("郑宁", new RecordDelivery([proposers[1].Id], DeliveryWay.Post));
        Assert.Equal(CaseState.AwaitingFeedback, (await story.CaseAsync()).State);
        Assert.Equal([proposers[0].Id, proposers[1].Id], (await story.FileAsync()).Replies[0].Deliveries.Select(delivery => delivery.ProposerId));
    }

    [Fact]
    public async Task People_met_are_counted_of_those_who_are_owed_a_meeting()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await RegisteredAsync(bureau, new ProposerEntry("范建国", ProposerRole.CoProposer), new ProposerEntry("吕素琴", ProposerRole.CoProposer), new ProposerEntry("施雯", ProposerRole.Seconder));
        var proposers = (await story.CaseAsync()).Proposers;
        Assert.Equal((0, 3), await PeopleMetAsync(story));
        await story.On(3, 28).DoAsync("郑宁", await story.MeetingAsync(ContactKind.Symposium) with { ProposersPresent = [proposers[0].Id, proposers[1].Id] });
        await story.On(4, 2).DoAsync("郑宁", await story.MeetingAsync(ContactKind.Phone) with { ProposersPresent = [proposers[2].Id] });
        Assert.Equal((2, 3), await PeopleMetAsync(story));

        // A seconder at the table is welcome and makes no meeting.
        await story.On(4, 9).DoAsync("郑宁", await story.MeetingAsync(ContactKind.Visit) with { ProposersPresent = [proposers[3].Id] });
        Assert.Equal(((2, 3), 1), (await PeopleMetAsync(story), (await story.CaseAsync()).ValidConsultations));
    }

    [Fact]
    public async Task A_collective_proposal_stands_in_lists_by_its_body()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("203", Assigned) with { Proposers = [new ProposerEntry("民建区基层委", ProposerRole.Collective) { ContactPerson = "顾小满" }] });
        var page = await bureau.WithAsync<LedgerQuery, LedgerPage>(query => query.PageAsync(bureau.SeesAs("许婧"), new LedgerFilter(), Assigned, TestContext.Current.CancellationToken));
        Assert.Equal(("民建区基层委", ProposerRole.Collective), (page.Rows[0].LeadProposer, page.Rows[0].LeadRole));
    }

    private static async Task<CaseDriver> RegisteredAsync(Bureau bureau, params IReadOnlyList<ProposerEntry> others)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", Assigned, others));
        return await story.AcceptedAsync();
    }

    private static async Task<(int Met, int Owed)> PeopleMetAsync(CaseDriver story)
    {
        var file = await story.FileAsync();
        return ConsultationTally.PeopleMet(file.Case, file.Consultations);
    }
}
