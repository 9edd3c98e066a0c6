using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.People;
using Proposals.Reply;
using Proposals.Statistics;
using Proposals.Tests.Audit;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Handling;

public sealed class PlanTests
{
    private static readonly DateOnly Assigned = new(2025, 3, 17);

    [Fact]
    public async Task A_key_item_is_planned_signed_by_the_principal_and_followed_up_promise_by_promise()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await KeyItemAsync(bureau);
        Assert.Equal(new DateOnly(2025, 4, 17), Line(await story.FileAsync(), DeadlineKind.HandlingPlan).DueOn);
        Assert.Equal(["面商", "制定办理方案"], (await story.WaitsForAsync()).Order(StringComparer.Ordinal).Reverse());

        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.On(4, 16).DoAsync("郑宁", await PlanAsync(bureau));
        var submitted = await story.FileAsync();
        Assert.Equal(new DateOnly(2025, 4, 16), Line(submitted, DeadlineKind.HandlingPlan).MetOn);
        Assert.Equal(bureau.Id("方晓岚"), Assert.Single(submitted.Waiting.Single(step => step.Name == "审定办理方案").WorkItems).OwnerId);
        await story.DoAsync("方晓岚", new ApprovePlan(true));
        var planned = await story.FileAsync();
        Assert.Equal(5, PlanShelf.InForce(planned.Plans).Count());
        Assert.All(PlanShelf.InForce(planned.Plans), measure => Assert.Equal((bureau.Id("郑宁"), true), (measure.PersonId, measure.DepartmentId is not null)));
        Assert.Equal(5, planned.Deadlines.Count(line => line is { Kind: DeadlineKind.Measure, IsOpen: true, Nature: DeadlineNature.Internal }));

        await story.MeetAsync(ContactKind.Symposium, 4, 18);
        await story.On(5, 15).DoAsync("郑宁", CaseDriver.Draft("B") with { Commitments = [.. Enumerable.Range(1, 5).Select(number => new Promise($"承诺{number}", new DateOnly(2025, 6 + number, 30)))] });
        await story.DoAsync("王海涛", new ReviewByHead(true));
        await story.DoAsync("俞敏", new ReviewByOffice(true));
        await story.DoAsync("方晓岚", new ReviewByDeputy(true));
        Assert.Null((await story.FileAsync()).CurrentReply?.SignedOn);
        await story.DoAsync("沈立群", new SignReply(true));
        await story.SealedAsync();
        await story.On(6, 10).DoAsync("郑宁", new RecordDelivery([story.LeadProposer], DeliveryWay.HandedOver));
        var promises = (await story.FileAsync()).Commitments;
        foreach (var kept in promises.Take(2))
            await ClearAsync(bureau, story, kept);

        var open = await CommitmentsAsync(bureau, new CommitmentFilter { Stage = CommitmentStage.Open }, new DateOnly(2025, 6, 11));
        Assert.Equal(["承诺3", "承诺4", "承诺5"], open.Rows.Select(row => row.Commitment.Text));
        var subject = await story.CaseAsync();
        Assert.Equal((true, new DateOnly(2025, 6, 10), (DateOnly?)null, 3), (subject.IsKey, subject.RepliedOn, subject.ClosedOn, subject.OpenCommitments));
        var figures = await bureau.WithAsync<FigureQuery, Figures>(query => query.OfYearAsync(bureau.SeesAs("杜青"), 2025, new DateOnly(2025, 6, 30), TestContext.Current.CancellationToken));
        Assert.Equal(("1/1（100.0%）", "0/1（0.0%）", "2/2（100.0%）"), (figures.Replied.ToString(), figures.Closed.ToString(), figures.CommitmentsKept.ToString()));
        await Replays.AgreeAsync(bureau, story);
        Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(CaseActs.SubjectOf(story.Id), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Whoever_has_a_measure_to_do_is_not_disabled()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await KeyItemAsync(bureau);
        var (helper, _) = await bureau.WithAsync<PeopleActs, (Guid Id, Refusal? Refusal)>(acts =>
            acts.CreatePersonAsync(null, new PersonDetails("林小满", "科员", Duty.Handler, null), "linxiaoman", "Yunlan@2026", story.Now, TestContext.Current.CancellationToken));
        await story.On(4, 10).DoAsync("郑宁", new SubmitPlan("目标", [new MeasureEntry("更新标识", new DateOnly(2025, 9, 30)) { PersonId = helper }]));
        await story.DoAsync("方晓岚", new ApprovePlan(true));

        var refused = await bureau.WithAsync<PeopleActs, Refusal?>(acts => acts.DisableAsync(bureau.Id("周一鸣"), helper, story.Now, TestContext.Current.CancellationToken));

        Assert.Equal(("people.still-needed", 1), (refused?.Code, refused?.Arguments[2]));
    }

    [Fact]
    public async Task A_plan_sent_back_is_owed_again_by_the_date_it_had_and_a_later_one_replaces_what_is_not_done()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await KeyItemAsync(bureau);
        await story.On(4, 10).DoAsync("郑宁", await PlanAsync(bureau));
        Assert.Equal("act.missing", (await story.TryAsync("方晓岚", new ApprovePlan(false))).Refusal?.Code);
        await story.DoAsync("方晓岚", new ApprovePlan(false) { Opinion = "请补充时限依据" });
        Assert.True(Line(await story.FileAsync(), DeadlineKind.HandlingPlan) is { IsOpen: true, DueOn: { Month: 4, Day: 17 } });
        await story.On(4, 14).DoAsync("郑宁", await PlanAsync(bureau));
        await story.DoAsync("方晓岚", new ApprovePlan(true));

        var first = PlanShelf.InForce((await story.FileAsync()).Plans).ToList();
        await story.On(5, 6).DoAsync("郑宁", new UpdateMeasure(first[0].Id, MeasureState.Done) { Remark = "已成立" });
        await story.DoAsync("郑宁", new UpdateMeasure(first[1].Id, MeasureState.InProgress) { Remark = "已起草" });
        await story.DoAsync("郑宁", new BeginPlan());
        Assert.Equal("plan.already-begun", (await story.TryAsync("郑宁", new BeginPlan())).Refusal?.Code);
        await story.DoAsync("郑宁", new SubmitPlan("调整后的目标", [new MeasureEntry(first[1].Text, new DateOnly(2025, 9, 30)), new MeasureEntry("新增举措", new DateOnly(2025, 10, 31))]));
        Assert.Equal("plan.already-submitted", (await story.TryAsync("郑宁", await PlanAsync(bureau))).Refusal?.Code);
        await story.DoAsync("方晓岚", new ApprovePlan(true));

        var file = await story.FileAsync();
        Assert.Equal([first[0].Text, first[1].Text, "新增举措"], PlanShelf.InForce(file.Plans).Select(measure => measure.Text));
        Assert.Equal([(MeasureState.Done, ""), (MeasureState.InProgress, "已起草"), (MeasureState.NotStarted, "")],
            PlanShelf.InForce(file.Plans).Select(measure => (measure.State, measure.State == MeasureState.Done ? "" : measure.Remark)));
        Assert.Equal(2, file.Deadlines.Count(line => line is { Kind: DeadlineKind.Measure, IsOpen: true }));
        Assert.Equal(4, file.Deadlines.Count(line => line is { Kind: DeadlineKind.Measure, DroppedOn: not null }));
        Assert.Equal("plan.unknown-measure", (await story.TryAsync("郑宁", new UpdateMeasure(first[2].Id, MeasureState.Done))).Refusal?.Code);
    }

    [Fact]
    public async Task An_ordinary_item_may_have_a_plan_and_a_later_key_item_must()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau);
        Assert.Equal(["面商"], await story.WaitsForAsync());
        await story.On(4, 1).DoAsync("郑宁", new BeginPlan());
        await story.DoAsync("郑宁", new WaivePlan("事项简单"));
        Assert.Equal(["面商"], await story.WaitsForAsync());

        foreach (var who in new[] { "郑宁", "王海涛", "许婧", "方晓岚", "杜青", "周一鸣" })
            Assert.Equal("act.not-entitled", (await story.TryAsync(who, new MarkKeyItem(KeyLevel.Bureau, bureau.Id("方晓岚")))).Refusal?.Code);
        Assert.Equal("people.lacks-duty", (await story.TryAsync("俞敏", new MarkKeyItem(KeyLevel.Bureau, bureau.Id("王海涛")))).Refusal?.Code);
        await story.On(5, 12).DoAsync("俞敏", new MarkKeyItem(KeyLevel.Bureau, bureau.Id("顾明远")) { Reason = "局党组会确定" });
        var marked = await story.FileAsync();
        Assert.Equal((true, KeyLevel.Bureau, new DateOnly(2025, 6, 12)), (marked.Case.IsKey, marked.Case.KeyLevel, Line(marked, DeadlineKind.HandlingPlan).DueOn));
        Assert.Equal("plan.key-item-needs-one", (await story.TryAsync("郑宁", new WaivePlan("不必"))).Refusal?.Code);
        await story.DoAsync("郑宁", await PlanAsync(bureau));
        Assert.Equal(bureau.Id("顾明远"), Assert.Single((await story.FileAsync()).Waiting.Single(step => step.Name == "审定办理方案").WorkItems).OwnerId);
        foreach (var who in new[] { "郑宁", "王海涛", "俞敏", "杜青", "周一鸣" })
            Assert.Equal("act.not-entitled", (await story.TryAsync(who, new ApprovePlan(true))).Refusal?.Code);
        await story.DoAsync("顾明远", new ApprovePlan(false) { Opinion = "再议" });

        Assert.Equal("act.missing", (await story.TryAsync("俞敏", new UnmarkKeyItem(""))).Refusal?.Code);
        await story.DoAsync("俞敏", new UnmarkKeyItem("区里已另定重点"));
        var ordinary = await story.FileAsync();
        Assert.Equal((false, (KeyLevel?)null), (ordinary.Case.IsKey, ordinary.Case.KeyLevel));
        Assert.NotNull(Line(ordinary, DeadlineKind.HandlingPlan).DroppedOn);
        Assert.Equal(["面商"], await story.WaitsForAsync());
    }

    [Fact]
    public async Task Whether_it_is_a_key_item_has_one_door_and_a_leader_leads_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var registration = CaseDriver.Registration("33", Assigned) with { IsKey = true, LedById = bureau.Id("王海涛") };
        var refused = await bureau.RunAsync(null, new ActRequest(bureau.Id("许婧"), Guid.NewGuid(), 0, new ActLine(registration)), new CaseDriver(bureau).Now);
        Assert.Equal("people.lacks-duty", refused.Refusal?.Code);
        Assert.DoesNotContain(typeof(Proposals.Intake.CorrectRegistration).GetProperties(), property => property.Name == "IsKey");

        var story = await KeyItemAsync(bureau);
        Assert.Equal("people.lacks-duty", (await story.TryAsync("许婧", new Proposals.Intake.CorrectRegistration("误登") { LedById = bureau.Id("王海涛") })).Refusal?.Code);
        await story.DoAsync("许婧", new Proposals.Intake.CorrectRegistration("误登") { LedById = bureau.Id("顾明远"), KeyLevel = KeyLevel.Bureau });
        Assert.Equal((KeyLevel.Bureau, bureau.Id("顾明远")), ((await story.CaseAsync()).KeyLevel, (await story.CaseAsync()).LedById));
        await story.DoAsync("俞敏", new UnmarkKeyItem("区里已另定重点"));
        Assert.Equal("plan.not-key", (await story.TryAsync("许婧", new Proposals.Intake.CorrectRegistration("误登") { KeyLevel = KeyLevel.District })).Refusal?.Code);
    }

    [Fact]
    public async Task Nobody_approves_his_own_plan()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("31", Assigned) with { IsKey = true, LedById = bureau.Id("方晓岚") });
        await story.AcceptedAsync();

        // Taken over by its leader, for as long as the handler is away.
        await bureau.ReadAsync(db => db.Steps.Where(step => step.CaseId == story.Id && step.ActivityType == "Proposals.DraftPlan").SelectMany(step => step.WorkItems)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.OwnerId, (Guid?)bureau.Id("方晓岚"))));
        await story.On(4, 10).DoAsync("方晓岚", await PlanAsync(bureau));
        Assert.Equal("plan.own-plan", (await story.TryAsync("方晓岚", new ApprovePlan(true))).Refusal?.Code);
        Assert.Equal("plan.own-plan", (await story.TryAsync("许婧", new ApprovePlan(true), decidedBy: "方晓岚")).Refusal?.Code);
        await story.DoAsync("沈立群", new ApprovePlan(true));
    }

    [Fact]
    public async Task A_plan_says_what_is_wrong_with_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await KeyItemAsync(bureau);
        story.On(4, 10);
        Assert.Equal("plan.no-measures", (await story.TryAsync("郑宁", new SubmitPlan("目标", []))).Refusal?.Code);
        Assert.Equal("act.missing", (await story.TryAsync("郑宁", new SubmitPlan(" ", [new MeasureEntry("举措", story.Today)]))).Refusal?.Code);
        Assert.Equal("plan.measure-in-the-past", (await story.TryAsync("郑宁", new SubmitPlan("目标", [new MeasureEntry("举措", new DateOnly(2025, 4, 9))]))).Refusal?.Code);
        Assert.Equal("act.unknown-person", (await story.TryAsync("郑宁", new SubmitPlan("目标", [new MeasureEntry("举措", story.Today) { PersonId = Guid.NewGuid() }]))).Refusal?.Code);
        Assert.Equal("act.not-entitled", (await story.TryAsync("何悦", await PlanAsync(bureau))).Refusal?.Code);
        Assert.Equal("plan.nothing-submitted", (await story.TryAsync("方晓岚", new ApprovePlan(true))).Refusal?.Code);
        Assert.Empty((await story.FileAsync()).Plans);
    }

    [Fact]
    public async Task Nobody_outside_the_case_plans_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await KeyItemAsync(bureau);
        await story.On(4, 10).DoAsync("郑宁", await PlanAsync(bureau));
        await story.DoAsync("方晓岚", new ApprovePlan(true));
        var measure = PlanShelf.InForce((await story.FileAsync()).Plans).First().Id;
        CaseAct[] acts = [new BeginPlan(), await PlanAsync(bureau), new WaivePlan("不必"), new ApprovePlan(true), new UpdateMeasure(measure, MeasureState.Done), new UnmarkKeyItem("不再重点")];
        foreach (var act in acts)
            foreach (var who in new[] { "何悦", "孙国强", "杜青", "周一鸣" })
                Assert.Equal("act.not-entitled", (await story.TryAsync(who, act)).Refusal?.Code);
        Assert.Equal("act.not-entitled", (await story.TryAsync("顾明远", new ApprovePlan(true))).Refusal?.Code);
        Assert.Equal("act.before-its-cause", (await story.TryAsync("郑宁", new UpdateMeasure(measure, MeasureState.Done), occurredOn: new DateOnly(2025, 4, 9))).Refusal?.Code);
    }

    private static async Task ClearAsync(Bureau bureau, CaseDriver story, Commitment kept)
    {
        await story.DoAsync("郑宁", new RecordProgress(kept.Id, CommitmentState.Kept, "已完成") { ProofId = await bureau.PictureAsync(story.Id, "郑宁", story.Now) });
        await story.DoAsync("许婧", new ClearCommitment(kept.Id, "已现场核实"));
    }

    private static Task<CommitmentPage> CommitmentsAsync(Bureau bureau, CommitmentFilter filter, DateOnly today) =>
        bureau.WithAsync<CommitmentQuery, CommitmentPage>(query => query.PageAsync(bureau.SeesAs("杜青"), filter, today, TestContext.Current.CancellationToken));

    private static Deadline Line(CaseFile file, DeadlineKind kind) => file.Deadlines.Single(line => line.Kind == kind);

    private static async Task<SubmitPlan> PlanAsync(Bureau bureau)
    {
        var department = await bureau.DepartmentAsync("旅游科");
        return new SubmitPlan("年内形成长效机制", [.. Enumerable.Range(1, 5).Select(number => new MeasureEntry($"举措{number}", new DateOnly(2025, 4 + number, 28)) { DepartmentId = department, PersonId = bureau.Id("郑宁") })]);
    }

    private static async Task<CaseDriver> KeyItemAsync(Bureau bureau)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("31", Assigned) with { IsKey = true, LedById = bureau.Id("方晓岚"), SupervisedBy = "区政协副主席" });
        return await story.AcceptedAsync();
    }

    private static async Task<CaseDriver> AcceptedAsync(Bureau bureau)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("32", Assigned));
        return await story.AcceptedAsync();
    }
}
