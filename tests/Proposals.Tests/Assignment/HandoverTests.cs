using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Audit;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Tests.Audit;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Assignment;

public sealed class HandoverTests
{
    [Fact]
    public async Task A_colleague_takes_over_the_steps_and_what_was_done_stays_with_who_did_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await MetAsync(bureau);
        var before = await story.FileAsync();
        await story.On(4, 7).DoAsync("郑宁", new TransferCase(bureau.Id("郑宁"), bureau.Id("王海涛"), "外出培训三个月"));

        var file = await story.FileAsync();
        Assert.Equal(bureau.Id("王海涛"), file.Case.HandlerId);
        Assert.Equal([(bureau.Id("郑宁"), (DateOnly?)new DateOnly(2025, 4, 7)), (bureau.Id("王海涛"), null)], file.Tenures.Select(tenure => (tenure.HandlerId, tenure.UntilOn)));
        Assert.Equal(bureau.Id("王海涛"), Assert.Single(Assert.Single(file.Waiting).WorkItems).OwnerId);
        Assert.Equal(before.Waiting.Single().Id, file.Waiting.Single().Id);
        Assert.Equal(before.Deadlines.Select(line => (line.Kind, line.DueOn)), file.Deadlines.Select(line => (line.Kind, line.DueOn)));
        Assert.Contains(bureau.Id("郑宁"), file.Consultations[0].StaffPresent.Select(present => present.PersonId).Append(file.Tenures[0].HandlerId));
        Assert.NotNull(await bureau.WithAsync<CaseFileQuery, CaseFile?>(query => query.FindAsync(bureau.SeesAs("郑宁"), story.Id, TestContext.Current.CancellationToken)));
        Assert.Equal("act.not-entitled", (await story.TryAsync("郑宁", new TransferCase(bureau.Id("王海涛"), bureau.Id("郑宁"), "要回"))).Refusal?.Code);
        await story.On(4, 16).DoAsync("王海涛", await story.MeetingAsync(ContactKind.Visit));
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task Whoever_may_not_dispose_of_a_case_is_refused_and_so_is_a_successor_who_does_not_fit()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await MetAsync(bureau);
        var handler = bureau.Id("郑宁");
        foreach (var who in new[] { "何悦", "孙国强", "方晓岚", "许婧", "杜青", "周一鸣" })
            Assert.Equal("act.not-entitled", (await story.TryAsync(who, new TransferCase(handler, bureau.Id("王海涛"), "调整"))).Refusal?.Code);
        Assert.Equal("assignment.handler-outside-department", (await story.TryAsync("王海涛", new TransferCase(handler, bureau.Id("何悦"), "调整"))).Refusal?.Code);
        Assert.Equal("handover.same-person", (await story.TryAsync("王海涛", new TransferCase(handler, handler, "调整"))).Refusal?.Code);
        Assert.Equal("handover.nothing-here", (await story.TryAsync("俞敏", new TransferCase(bureau.Id("何悦"), bureau.Id("王海涛"), "调整"))).Refusal?.Code);
        Assert.Equal("act.missing", (await story.TryAsync("王海涛", new TransferCase(handler, bureau.Id("王海涛"), ""))).Refusal?.Code);
        Assert.Equal("handover.successor-missing", (await story.TryAsync("郑宁", new TransferCase(handler, null, "离职"))).Refusal?.Code);
        Assert.Equal("act.not-entitled", (await story.TryAsync("王海涛", new TransferCase(bureau.Id("方晓岚"), bureau.Id("顾明远"), "分工调整"))).Refusal?.Code);
        Assert.Equal("people.lacks-duty", (await story.TryAsync("俞敏", new TransferCase(bureau.Id("方晓岚"), bureau.Id("王海涛"), "分工调整"))).Refusal?.Code);
    }

    [Fact]
    public async Task Without_a_successor_the_head_has_the_steps_and_a_term_to_name_one()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await MetAsync(bureau);
        await story.On(4, 7).DoAsync("俞敏", new TransferCase(bureau.Id("郑宁"), null, "调离"));

        var open = await story.FileAsync();
        Assert.Null(open.Case.HandlerId);
        Assert.Equal(new DateOnly(2025, 4, 10), open.Deadlines.Single(line => line.Kind == DeadlineKind.Handover).DueOn);
        Assert.Equal(bureau.Id("王海涛"), Assert.Single(Assert.Single(open.Waiting).WorkItems).OwnerId);
        foreach (var (who, count) in new[] { ("许婧", 1), ("王海涛", 1), ("孙国强", 0) })
            Assert.Equal(count, (await bureau.WithAsync<HandoverQuery, IReadOnlyList<OrphanRow>>(query => query.OrphansAsync(bureau.SeesAs(who), TestContext.Current.CancellationToken))).Count);
        Assert.Equal("people.named-in-department", (await bureau.WithAsync<PeopleActs, Refusal?>(acts => acts.DisableAsync(null, bureau.Id("郑宁"), story.Now, TestContext.Current.CancellationToken)))?.Code);

        await story.On(4, 9).DoAsync("王海涛", new TransferCase(null, bureau.Id("王海涛"), "由本人接手"));
        var named = await story.FileAsync();
        Assert.Equal((bureau.Id("王海涛"), new DateOnly(2025, 4, 9)), (named.Case.HandlerId, named.Deadlines.Single(line => line.Kind == DeadlineKind.Handover).MetOn));
        Assert.Equal(bureau.Id("王海涛"), Assert.Single(Assert.Single(named.Waiting).WorkItems).OwnerId);
        await Replays.AgreeAsync(bureau, story);
        Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(CaseActs.SubjectOf(story.Id), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task All_cases_of_a_person_go_at_once_or_none_does()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (first, second) = (await MetAsync(bureau, "258"), await MetAsync(bureau, "259"));
        var now = second.On(4, 20).Now;
        var rows = await bureau.WithAsync<HandoverQuery, IReadOnlyList<HandoverRow>>(query => query.OfAsync(bureau.SeesAs("俞敏"), bureau.Id("郑宁"), TestContext.Current.CancellationToken));
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal((true, false, "面商"), (row.Handles, row.Leads, Assert.Single(row.Steps))));

        var refused = await ManyAsync(bureau, now, (second, second.Revision), (first, first.Revision - 1));
        Assert.Equal(("act.of-sheet", first.Id), (refused.Refusal?.Code, refused.StoppedBy));
        Assert.Equal(bureau.Id("郑宁"), (await second.CaseAsync()).HandlerId);

        var done = await ManyAsync(bureau, now, (second, second.Revision), (first, first.Revision));
        Assert.True(done.IsDone);
        foreach (var story in new[] { first, second })
        {
            Assert.Equal(bureau.Id("王海涛"), (await story.CaseAsync()).HandlerId);
            Assert.Single((await story.FileAsync()).Trail, entry => entry.Act == nameof(TransferCase));
        }

        Assert.Equal(0, await bureau.ReadAsync(db => db.WorkItems.CountAsync(item => item.OwnerId == bureau.Id("郑宁") && item.State == WorkItemState.Offered)));
    }

    [Fact]
    public async Task A_leader_who_goes_leaves_his_cases_and_signatures_to_another_leader()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await MetAsync(bureau);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15);
        await story.On(5, 16).DoAsync("俞敏", new TransferCase(bureau.Id("方晓岚"), bureau.Id("顾明远"), "分工调整"));

        Assert.Equal((bureau.Id("顾明远"), bureau.Id("郑宁")), ((await story.CaseAsync()).LeaderId, (await story.CaseAsync()).HandlerId));
        Assert.Equal("act.not-entitled", (await story.TryAsync("方晓岚", new Proposals.Reply.ReviewByDeputy(true))).Refusal?.Code);
        await story.DoAsync("顾明远", new Proposals.Reply.ReviewByDeputy(true));
    }

    [Fact]
    public async Task A_leader_can_be_replaced_before_he_decided_the_allocation()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.On(3, 18).DoAsync("许婧", new Proposals.Intake.ReceiveCase());
        await story.DoAsync("俞敏", new ProposeAllocation(await bureau.DepartmentAsync("旅游科")));
        Assert.Equal("handover.not-handled", (await story.TryAsync("俞敏", new TransferCase(null, bureau.Id("顾明远"), "调整"))).Refusal?.Code);
        await story.DoAsync("俞敏", new TransferCase(bureau.Id("方晓岚"), bureau.Id("顾明远"), "分工调整"));

        Assert.Equal(bureau.Id("顾明远"), Assert.Single(Assert.Single((await story.FileAsync()).Waiting).WorkItems).OwnerId);
        await story.DoAsync("顾明远", new DecideAllocation(true));
    }

    [Fact]
    public async Task A_return_goes_with_its_step_to_the_leader_who_takes_over()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Received);
        await story.On(3, 27).DoAsync("许婧", Stages.Return(bureau));
        Assert.Equal("handover.cannot-take", (await story.TryAsync("俞敏", new TransferCase(bureau.Id("方晓岚"), bureau.Id("王海涛"), "出差"))).Refusal?.Code);
        await story.DoAsync("俞敏", new TransferCase(bureau.Id("方晓岚"), bureau.Id("顾明远"), "出差"));

        Assert.Equal(["退办报批"], await Stages.InboxAsync(bureau, "顾明远"));
        Assert.Equal(bureau.Id("顾明远"), (await story.FileAsync()).Returns[0].LeaderId);
        Assert.Equal("act.not-entitled", (await story.TryAsync("方晓岚", new DecideReturn(true))).Refusal?.Code);
        await story.DoAsync("顾明远", new DecideReturn(true));
    }

    [Fact]
    public async Task A_late_return_goes_from_the_principal_to_no_deputy()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Received);
        await story.On(4, 1).DoAsync("许婧", Stages.Return(bureau, "沈立群"));
        Assert.Equal("handover.cannot-take", (await story.TryAsync("俞敏", new TransferCase(bureau.Id("沈立群"), bureau.Id("顾明远"), "出差"))).Refusal?.Code);
        var row = Assert.Single(await RowsAsync(bureau, "沈立群"));
        Assert.False(row.MayGoTo(bureau.Person("顾明远"), bureau.Id("沈立群")));
    }

    [Fact]
    public async Task What_a_successor_may_not_do_is_named_and_nobody_else_is_offered()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)) with { IsKey = true, LedById = bureau.Id("方晓岚") });
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15);
        await story.DoAsync("方晓岚", new Proposals.Reply.ReviewByDeputy(true));

        var refusal = (await story.TryAsync("俞敏", new TransferCase(bureau.Id("沈立群"), bureau.Id("顾明远"), "出差"))).Refusal;
        Assert.Equal(("handover.cannot-take", (object?)"顾明远", (object?)new ActName("SignReply")), (refusal?.Code, refusal?.Arguments[0], refusal?.Arguments[1]));
        var row = Assert.Single(await RowsAsync(bureau, "沈立群"));
        Assert.DoesNotContain(new[] { "顾明远", "俞敏", "王海涛", "郑宁" }, name => row.MayGoTo(bureau.Person(name), bureau.Id("沈立群")));
        Assert.Equal(bureau.Id("沈立群"), (await story.FileAsync()).Waiting.First().WorkItems[0].OwnerId);
    }

    [Fact]
    public async Task A_leaders_allocation_waits_for_a_leader()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Proposed);
        foreach (var who in new[] { "王海涛", "许婧" })
            Assert.Contains((await story.TryAsync("俞敏", new TransferCase(bureau.Id("方晓岚"), bureau.Id(who), "出差"))).Refusal?.Code, new[] { "handover.cannot-take", "people.lacks-duty" });
        Assert.False(ActRights.MayBeGiven("DecideAllocation", bureau.Person("王海涛")));
        Assert.True(ActRights.MayBeGiven("DecideAllocation", bureau.Person("顾明远")));
    }

    [Fact]
    public async Task A_head_disposes_of_his_own_departments_people_only()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await MetAsync(bureau);
        await story.DoAsync("王海涛", new NameCoDepartments([await bureau.DepartmentAsync("商贸发展科")], "请提意见"));
        Assert.Equal("act.not-entitled", (await story.TryAsync("王海涛", new TransferCase(bureau.Id("孙国强"), bureau.Id("何悦"), "他忙"))).Refusal?.Code);
        Assert.Equal("handover.cannot-take", (await story.TryAsync("俞敏", new TransferCase(bureau.Id("孙国强"), bureau.Id("王海涛"), "他忙"))).Refusal?.Code);
        await story.DoAsync("俞敏", new TransferCase(bureau.Id("孙国强"), bureau.Id("何悦"), "出差"));
        await story.DoAsync("何悦", new GiveDepartmentOpinion("同意。"));
    }

    [Fact]
    public async Task Measures_of_a_plan_that_a_later_one_replaced_stay_where_they_were()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await MetAsync(bureau);
        await story.On(4, 1).DoAsync("郑宁", new BeginPlan());
        await story.DoAsync("郑宁", Plan(bureau, "旧举措"));
        await story.DoAsync("方晓岚", new ApprovePlan(true));
        await story.DoAsync("郑宁", new BeginPlan());
        await story.DoAsync("郑宁", Plan(bureau, "新举措"));
        Assert.Equal(2, Assert.Single(await RowsAsync(bureau, "何悦")).Measures.Count);
        await story.DoAsync("方晓岚", new ApprovePlan(true));
        Assert.Equal(["新举措"], Assert.Single(await RowsAsync(bureau, "何悦")).Measures);

        await story.DoAsync("俞敏", new TransferCase(bureau.Id("何悦"), bureau.Id("孙国强"), "调离"));
        var measures = (await story.FileAsync()).Plans.SelectMany(plan => plan.Measures).ToDictionary(measure => measure.Text, measure => measure.PersonId);
        Assert.Equal((bureau.Id("何悦"), bureau.Id("孙国强")), (measures["旧举措"], measures["新举措"]));
        Assert.Empty(await RowsAsync(bureau, "何悦"));
    }

    private static SubmitPlan Plan(Bureau bureau, string measure) => new("目标", [new MeasureEntry(measure, new DateOnly(2025, 6, 30)) { PersonId = bureau.Id("何悦") }]);

    private static Task<IReadOnlyList<HandoverRow>> RowsAsync(Bureau bureau, string who) =>
        bureau.WithAsync<HandoverQuery, IReadOnlyList<HandoverRow>>(query => query.OfAsync(bureau.SeesAs("俞敏"), bureau.Id(who), TestContext.Current.CancellationToken));

    private static Task<SheetOutcome> ManyAsync(Bureau bureau, DateTimeOffset now, params (CaseDriver Story, int Revision)[] cases) =>
        bureau.WithAsync<CaseActs, SheetOutcome>(acts => acts.RunSheetAsync(
            new SheetRequest(bureau.Id("俞敏"), Guid.NewGuid(), [.. cases.Select(known => new CaseLines(known.Story.Id, known.Revision, new ActLine(new TransferCase(bureau.Id("郑宁"), bureau.Id("王海涛"), "调离"))))]),
            now, TestContext.Current.CancellationToken));

    private static async Task<CaseDriver> MetAsync(Bureau bureau, string number = "258")
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration(number, new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        return await story.MeetAsync(ContactKind.Visit, 3, 28);
    }
}
