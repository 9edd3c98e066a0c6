using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Reply;

public sealed class DeliveryChecklistTests
{
    private const string Supervision = "区政府督查室";
    private const string Committee = "区政协提案委";

    [Fact]
    public async Task The_list_names_whoever_is_owed_the_letter_a_copy_or_the_upload_and_what_is_missing()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await SealedAsync(bureau, CaseDriver.Registration("258", new DateOnly(2025, 3, 17), new ProposerEntry("沈静", ProposerRole.CoProposer), new ProposerEntry("何伟", ProposerRole.Seconder)) with
        {
            OurRole = OurRole.LeadOrganizer,
            OtherUnits = [new UnitEntry("区公安分局", OtherUnitRole.CoOrganizer)],
        });
        Assert.Equal(["陈启明", "沈静"], (await ListAsync(bureau, story)).Proposers.Select(check => check.Proposer.Name));
        Assert.Equal([Committee, Supervision, "区公安分局"], Recipients(await ListAsync(bureau, story), CopyWay.Paper));
        Assert.Equal([Committee], Recipients(await ListAsync(bureau, story), CopyWay.Uploaded));

        await story.On(5, 20).DoAsync("郑宁", new RecordCopies([new CopyEntry(Committee, CopyWay.Paper), new CopyEntry(Committee, CopyWay.Uploaded)]));
        var list = await ListAsync(bureau, story);
        Assert.Equal([Supervision, "区公安分局"], list.MissingCopies.Select(check => check.Entry.Recipient));
        Assert.True(list.LacksDelivery);
        Assert.All(list.Copies.Where(check => check.Copy is not null), check => Assert.Equal((new DateOnly(2025, 5, 20), bureau.Id("郑宁")), (check.Copy?.On, check.Copy?.ById)));
    }

    [Fact]
    public async Task Each_tick_has_its_day_and_nobody_is_ticked_twice()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await SealedAsync(bureau, CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        var copy = new RecordCopies([new CopyEntry(Committee, CopyWay.Paper)]);

        Assert.Equal("reply.nobody-chosen", (await story.TryAsync("许婧", new RecordCopies([]))).Refusal?.Code);
        Assert.Equal("act.before-its-cause", (await story.TryAsync("许婧", copy, occurredOn: new DateOnly(2025, 5, 14))).Refusal?.Code);
        Assert.Equal("act.missing", (await story.TryAsync("许婧", new RecordCopies([new CopyEntry(" ", CopyWay.Paper)]))).Refusal?.Code);
        await story.DoAsync("许婧", copy);
        var again = (await story.TryAsync("许婧", copy)).Refusal;
        Assert.Equal(("reply.already-copied", Committee), (again?.Code, again?.Arguments[0]));
        await story.DoAsync("许婧", new RecordCopies([new CopyEntry(Committee, CopyWay.Uploaded)]));
    }

    [Fact]
    public async Task A_missing_copy_holds_nothing_up_and_can_be_ticked_after_the_archive()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await SealedAsync(bureau, CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.On(5, 20).DoAsync("郑宁", new RecordDelivery([story.LeadProposer], DeliveryWay.HandedOver));
        await story.AnsweredAsync(5, 28, Rating.Satisfied, Rating.Satisfied);
        await story.ArchivedAsync();

        Assert.Equal(CaseState.Archived, (await story.CaseAsync()).State);
        Assert.Equal(3, (await ListAsync(bureau, story)).MissingCopies.Count());
        await story.DoAsync("许婧", new RecordCopies([new CopyEntry(Committee, CopyWay.Uploaded)]));
        Assert.Equal(2, (await ListAsync(bureau, story)).MissingCopies.Count());
    }

    [Fact]
    public async Task Only_who_may_hand_it_over_ticks_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await SealedAsync(bureau, CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        foreach (var who in new[] { "何悦", "孙国强", "顾明远", "杜青", "周一鸣" })
            Assert.Equal("act.not-entitled", (await story.TryAsync(who, new RecordCopies([new CopyEntry(Committee, CopyWay.Paper)]))).Refusal?.Code);
    }

    [Fact]
    public async Task Nothing_is_copied_before_it_is_sealed()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        Assert.Equal("reply.not-sealed", (await story.TryAsync("许婧", new RecordCopies([new CopyEntry(Committee, CopyWay.Paper)]))).Refusal?.Code);
    }

    private static IEnumerable<string> Recipients(DeliveryChecklist list, CopyWay way) => list.Copies.Where(check => check.Entry.Way == way).Select(check => check.Entry.Recipient);

    private static async Task<DeliveryChecklist> ListAsync(Bureau bureau, CaseDriver story)
    {
        var file = await story.FileAsync();
        Assert.NotNull(file.CurrentReply);
        return DeliveryChecklist.Of(file.Case, file.CurrentReply, bureau.Rules.Profile.CopiesTo);
    }

    private static async Task<CaseDriver> SealedAsync(Bureau bureau, RegisterCase registration)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(registration);
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15);
        await story.DoAsync("方晓岚", new ReviewByDeputy(true));
        return await story.SealedAsync();
    }
}
