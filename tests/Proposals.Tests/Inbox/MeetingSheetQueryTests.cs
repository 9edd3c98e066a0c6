using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Inbox;

public sealed class MeetingSheetQueryTests
{
    [Fact]
    public async Task Each_kind_of_sheet_lists_what_waits_for_it_and_only_its_deciders_share()
    {
        await using var bureau = await Bureau.OpenAsync();
        await OneAtEachStageAsync(bureau);

        foreach (var (decision, decider, numbers) in new (string, string, string[])[]
        {
            (nameof(ReceiveCase), "许婧", ["701"]),
            (nameof(DecideAllocation), "方晓岚", ["702"]),
            (nameof(DecideAllocation), "沈立群", ["702"]),
            (nameof(DecideAllocation), "顾明远", []),
            (nameof(AcceptAndName), "王海涛", ["703"]),
            (nameof(AcceptAndName), "孙国强", []),
            (nameof(ReviewByDeputy), "方晓岚", ["704"]),
            (nameof(ReviewByDeputy), "顾明远", []),
            (nameof(SignReply), "沈立群", ["705"]),
        })
        {
            var rows = await bureau.WithAsync<MeetingSheetQuery, IReadOnlyList<MeetingSheetRow>>(query => query.ListAsync(bureau.SeesAs("许婧"), decision, bureau.Person(decider), TestContext.Current.CancellationToken));
            Assert.Equal(numbers, rows.Select(row => row.Case.CaseNumber));
        }

        var owners = await bureau.WithAsync<MeetingSheetQuery, IReadOnlyDictionary<Guid, int>>(query => query.OwnersAsync(nameof(DecideAllocation), TestContext.Current.CancellationToken));
        Assert.Equal((bureau.Id("方晓岚"), 1), (Assert.Single(owners).Key, Assert.Single(owners).Value));
        Assert.Empty(await bureau.WithAsync<MeetingSheetQuery, IReadOnlyDictionary<Guid, int>>(query => query.OwnersAsync(nameof(ReceiveCase), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Cases_at_different_stages_go_on_together()
    {
        await using var bureau = await Bureau.OpenAsync();
        var stories = await OneAtEachStageAsync(bureau);
        (CaseAct Act, string Decider)[] decided =
        [
            (new ReceiveCase(), "许婧"),
            (new DecideAllocation(false) { Opinion = "请商贸发展科先提意见" }, "方晓岚"),
            (new AcceptAndName(bureau.Id("郑宁")), "王海涛"),
            (new ReviewByDeputy(true), "方晓岚"),
            (new SignReply(true), "沈立群"),
        ];
        var now = stories[^1].Now;
        var request = new SheetRequest(bureau.Id("许婧"), Guid.NewGuid(),
            [.. stories.Zip(decided, (story, one) => new CaseLines(story.Id, story.Revision, new ActLine(one.Act) { DecidedById = bureau.Id(one.Decider) }))]) { OriginalId = await bureau.PictureAsync(null, "许婧", now) };

        Assert.Null((await bureau.WithAsync<CaseActs, SheetOutcome>(acts => acts.RunSheetAsync(request, now, TestContext.Current.CancellationToken))).Refusal);

        var states = new List<CaseState>();
        foreach (var story in stories)
            states.Add((await story.CaseAsync()).State);
        Assert.Equal([CaseState.Received, CaseState.Received, CaseState.InHandling, CaseState.Issued, CaseState.Issued], states);
        Assert.Equal(["拟办"], await stories[1].WaitsForAsync());
    }

    /// <summary>Registered, proposed, decided, checked, and a key item signed by the deputy.</summary>
    private static async Task<IReadOnlyList<CaseDriver>> OneAtEachStageAsync(Bureau bureau)
    {
        var stories = Enumerable.Range(0, 5).Select(_ => new CaseDriver(bureau)).ToList();
        for (var stage = 0; stage < stories.Count; stage++)
            await stories[stage].RegisterAsync(CaseDriver.Registration($"{701 + stage}", new DateOnly(2025, 3, 17)) with { IsKey = stage == 4 });
        foreach (var story in stories.Skip(1).Take(2))
        {
            await story.On(3, 18).DoAsync("许婧", new ReceiveCase());
            await story.DoAsync("俞敏", new ProposeAllocation(await bureau.DepartmentAsync("旅游科")));
        }

        await stories[2].On(3, 24).DoAsync("方晓岚", new DecideAllocation(true));
        foreach (var story in stories.Skip(3))
        {
            await story.AcceptedAsync();
            await story.MeetAsync(ContactKind.Visit, 3, 28);
            await story.MeetAsync(ContactKind.Visit, 4, 16);
            await story.CheckedAsync(5, 15);
        }

        await stories[4].DoAsync("方晓岚", new ReviewByDeputy(true));
        return stories;
    }
}
