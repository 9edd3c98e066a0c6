using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Feedback;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Acts;

/// <summary>Acts are entered late and for others; their days still have to lie in the order of their causes.</summary>
public sealed class OrderOfDaysTests
{
    [Fact]
    public async Task Nothing_is_submitted_or_signed_before_the_consultations_it_rests_on()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await BeginAsync(bureau);
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 5, 20);

        Assert.Equal("act.before-its-cause", (await story.TryAsync("郑宁", CaseDriver.Draft(), occurredOn: new DateOnly(2025, 5, 19))).Refusal?.Code);
        await story.DoAsync("郑宁", CaseDriver.Draft(), occurredOn: new DateOnly(2025, 5, 20));
    }

    [Fact]
    public async Task A_signature_lies_on_or_after_the_checks_of_its_text()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await BeginAsync(bureau);
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.On(5, 12).DoAsync("郑宁", CaseDriver.Draft());
        await story.On(5, 15).DoAsync("王海涛", new ReviewByHead(true));
        await story.DoAsync("俞敏", new ReviewByOffice(true));

        Assert.Equal("act.before-its-cause", (await story.TryAsync("方晓岚", new ReviewByDeputy(true), occurredOn: new DateOnly(2025, 5, 14))).Refusal?.Code);
    }

    [Fact]
    public async Task A_second_round_counts_only_what_happened_in_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await BeginAsync(bureau);
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15, "C");
        await story.DeliveredAsync(6, 5);
        await story.AnsweredAsync(6, 12, Rating.Satisfied, Rating.Unsatisfied);

        Assert.Equal("act.before-its-cause", (await story.On(7, 8).TryAsync("许婧", new StartRehandling(), occurredOn: new DateOnly(2025, 6, 11))).Refusal?.Code);
        await story.DoAsync("许婧", new StartRehandling());
        var early = await story.MeetingAsync(ContactKind.Visit, withLeader: "方晓岚");
        Assert.Equal("act.before-its-cause", (await story.TryAsync("郑宁", early, occurredOn: new DateOnly(2025, 5, 25))).Refusal?.Code);
    }

    [Fact]
    public async Task The_leader_decides_the_one_suggestion_that_he_has_seen()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.DoAsync("许婧", new ReceiveCase());
        await story.DoAsync("俞敏", new ProposeAllocation(await bureau.DepartmentAsync("旅游科")));

        Assert.Equal("assignment.already-proposed", (await story.TryAsync("许婧", new ProposeAllocation(await bureau.DepartmentAsync("产业规划科")))).Refusal?.Code);
    }

    private static async Task<CaseDriver> BeginAsync(Bureau bureau)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        return await story.AcceptedAsync();
    }
}
