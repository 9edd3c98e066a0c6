using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Reply;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.FollowUp;

/// <summary>What another department's people promised in a case of ours, or have to do under its plan.</summary>
public sealed class OwedElsewhereTests
{
    [Fact]
    public async Task Who_owes_a_promise_sees_its_case_and_reports_on_it_and_so_does_his_head()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await PromisedAsync(bureau, new Promise("更新标识", new DateOnly(2025, 7, 31)) { ResponsibleId = bureau.Id("何悦") }, new Promise("开通夜游", new DateOnly(2025, 9, 30)));
        foreach (var (who, sees) in new[] { ("何悦", true), ("孙国强", true), ("高翔", false), ("钱一帆", false) })
            Assert.Equal(sees, await SeesAsync(bureau, story, who));
        var promises = (await story.FileAsync()).Commitments;
        Assert.Equal(await bureau.DepartmentAsync("商贸发展科"), promises[0].DepartmentId);

        story.On(7, 1);
        await story.DoAsync("何悦", new RecordProgress(promises[0].Id, CommitmentState.InProgress, "正在更新"));
        await story.DoAsync("孙国强", new RecordProgress(promises[0].Id, CommitmentState.InProgress, "已更新一半"));
        foreach (var who in new[] { "何悦", "孙国强", "高翔", "杜青", "周一鸣", "方晓岚" })
            Assert.Equal("act.not-entitled", (await story.TryAsync(who, new RecordProgress(promises[1].Id, CommitmentState.InProgress, "代报"))).Refusal?.Code);
        foreach (var who in new[] { "高翔", "钱一帆" })
            Assert.Equal("act.not-entitled", (await story.TryAsync(who, new RecordProgress(promises[0].Id, CommitmentState.InProgress, "代报"))).Refusal?.Code);

        var listed = Assert.Single(await HandoverAsync(bureau, "孙国强", "何悦"));
        Assert.Equal((story.Id, "更新标识"), (listed.Case.Id, Assert.Single(listed.Promises)));
        Assert.Equal("act.not-entitled", (await story.TryAsync("高翔", new TransferCase(bureau.Id("何悦"), bureau.Id("高翔"), "调整"))).Refusal?.Code);
        await story.DoAsync("孙国强", new TransferCase(bureau.Id("何悦"), bureau.Id("孙国强"), "何悦调离"));
        Assert.Equal(bureau.Id("孙国强"), (await story.FileAsync()).Commitments[0].ResponsibleId);
        Assert.False(await SeesAsync(bureau, story, "何悦"));

        await story.DoAsync("孙国强", new RecordProgress(promises[0].Id, CommitmentState.Kept, "全部更新") { ProofId = await bureau.PictureAsync(story.Id, "孙国强", story.Now) });
        await story.DoAsync("许婧", new ClearCommitment(promises[0].Id, "属实"));
        Assert.False(await SeesAsync(bureau, story, "孙国强"));
    }

    [Fact]
    public async Task Who_has_a_measure_sees_its_case_while_the_measure_is_in_force_and_not_done()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau);
        await story.On(4, 1).DoAsync("郑宁", new BeginPlan());
        await story.DoAsync("郑宁", new SubmitPlan("目标", [new MeasureEntry("设计线路", new DateOnly(2025, 5, 30)) { PersonId = bureau.Id("何悦") }, new MeasureEntry("宣传", new DateOnly(2025, 6, 30)) { PersonId = bureau.Id("高翔") }]));
        Assert.False(await SeesAsync(bureau, story, "何悦"));
        await story.DoAsync("方晓岚", new ApprovePlan(true));
        foreach (var (who, sees) in new[] { ("何悦", true), ("孙国强", true), ("高翔", true), ("曹磊", false) })
            Assert.Equal(sees, await SeesAsync(bureau, story, who));

        var measures = PlanShelf.InForce((await story.FileAsync()).Plans).ToList();
        Assert.Equal("act.not-entitled", (await story.TryAsync("高翔", new UpdateMeasure(measures[0].Id, MeasureState.Done))).Refusal?.Code);
        await story.DoAsync("孙国强", new UpdateMeasure(measures[0].Id, MeasureState.InProgress));
        await story.DoAsync("何悦", new UpdateMeasure(measures[0].Id, MeasureState.Done));
        Assert.False(await SeesAsync(bureau, story, "何悦"));

        await story.DoAsync("郑宁", new BeginPlan());
        await story.DoAsync("郑宁", new SubmitPlan("目标", [new MeasureEntry("加强宣传", new DateOnly(2025, 7, 30)) { PersonId = bureau.Id("曹磊") }]));
        await story.DoAsync("方晓岚", new ApprovePlan(true));
        Assert.Equal((false, true), (await SeesAsync(bureau, story, "高翔"), await SeesAsync(bureau, story, "曹磊")));
    }

    [Fact]
    public async Task A_new_handler_gets_the_promises_that_lay_with_nobody_in_his_department()
    {
        await using var bureau = await Bureau.OpenAsync();
        var commerce = await bureau.DepartmentAsync("商贸发展科");
        var story = await PromisedAsync(bureau,
            new Promise("更新标识", new DateOnly(2025, 7, 31)) { ResponsibleId = bureau.Id("郑宁") }, new Promise("开通夜游", new DateOnly(2025, 9, 30)) { DepartmentId = commerce });
        await story.On(7, 1).DoAsync("俞敏", new TransferCase(bureau.Id("郑宁"), null, "调离"));
        Assert.Null((await story.FileAsync()).Commitments[0].ResponsibleId);

        await story.DoAsync("王海涛", new TransferCase(null, bureau.Id("王海涛"), "由本人接手"));

        Assert.Equal([bureau.Id("王海涛"), null], (await story.FileAsync()).Commitments.Select(promise => promise.ResponsibleId));
    }

    private static async Task<bool> SeesAsync(Bureau bureau, CaseDriver story, string who) =>
        await bureau.ReadAsync(db => bureau.SeesAs(who).Filter(db.Cases).AnyAsync(known => known.Id == story.Id));

    private static Task<IReadOnlyList<HandoverRow>> HandoverAsync(Bureau bureau, string head, string leaver) =>
        bureau.WithAsync<HandoverQuery, IReadOnlyList<HandoverRow>>(query => query.OfAsync(bureau.SeesAs(head), bureau.Id(leaver), TestContext.Current.CancellationToken));

    private static async Task<CaseDriver> AcceptedAsync(Bureau bureau)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        return await story.AcceptedAsync();
    }

    private static async Task<CaseDriver> PromisedAsync(Bureau bureau, params Promise[] promises)
    {
        var story = await AcceptedAsync(bureau);
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.On(5, 15).DoAsync("郑宁", CaseDriver.Draft("B") with { Commitments = promises });
        await story.DoAsync("王海涛", new ReviewByHead(true));
        await story.DoAsync("俞敏", new ReviewByOffice(true));
        await story.DeliveredAsync(6, 5);
        return await story.AnsweredAsync(6, 12, Rating.Satisfied, Rating.Satisfied);
    }
}
