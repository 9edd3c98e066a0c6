using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Reply;
using Proposals.Tests.Audit;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Assignment;

/// <summary>协办科室: one step that several heads have; each answers once, the last one ends it.</summary>
public sealed class CoDepartmentTests
{
    private const string Question = "请就夜市供电和摊位改造提出意见。";

    private static readonly DateOnly Assigned = new(2025, 3, 17);

    [Fact]
    public async Task Each_head_answers_his_own_part_and_the_last_one_ends_the_step()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AskedAsync(bureau, "商贸发展科", "产业规划科");
        Assert.Equal(["面商", "协办科室意见"], await story.WaitsForAsync());
        Assert.Equal([bureau.Id("孙国强"), bureau.Id("蒋文")], (await StepAsync(story)).WorkItems.OrderBy(item => item.Id).Select(item => item.OwnerId ?? default));

        await story.On(3, 26).DoAsync("孙国强", new GiveDepartmentOpinion("同意统一摊位样式。"));
        var step = await StepAsync(story);
        Assert.Equal(StepState.Waiting, step.State);
        Assert.Equal((WorkItemState.Answered, WorkItemState.Offered), (ItemOf(bureau, step, "孙国强").State, ItemOf(bureau, step, "蒋文").State));
        Assert.Equal("co-department.not-named", await RefusalAsync(story, "孙国强", new GiveDepartmentOpinion("再说一遍")));

        await story.On(3, 27).DoAsync("蒋文", new GiveDepartmentOpinion("规划上没有障碍。"));
        step = await StepAsync(story);
        Assert.Equal((StepState.Answered, "AllIn"), (step.State, step.Port));
        Assert.Equal((bureau.Id("孙国强"), bureau.Id("蒋文")), (ItemOf(bureau, step, "孙国强").AnsweredById, ItemOf(bureau, step, "蒋文").AnsweredById));
        Assert.Equal(["面商"], await story.WaitsForAsync());
        Assert.Equal(["同意统一摊位样式。", "规划上没有障碍。"], (await story.FileAsync()).Case.CoDepartments.Select(named => named.Opinion));
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task Two_who_answer_at_once_are_both_heard_and_the_step_ends_once()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AskedAsync(bureau, "商贸发展科", "产业规划科");
        var outcomes = await Task.WhenAll(AttemptAsync(bureau, story, "孙国强"), AttemptAsync(bureau, story, "蒋文"));
        var done = Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.Equal("act.overtaken", Assert.Single(outcomes, outcome => !outcome.IsDone).Refusal?.Code);
        Assert.Equal(StepState.Waiting, (await StepAsync(story)).State);

        var second = (await story.FileAsync()).Case.CoDepartments.Single(named => named.AnsweredOn is null);
        var who = second.DepartmentId == await bureau.DepartmentAsync("产业规划科") ? "蒋文" : "孙国强";
        Assert.Null((await bureau.RunAsync(story.Id, new ActRequest(bureau.Id(who), Guid.NewGuid(), done.Revision, new ActLine(new GiveDepartmentOpinion("同意"))), story.Now)).Refusal);
        Assert.Equal(StepState.Answered, (await StepAsync(story)).State);
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task A_department_named_later_gets_its_part_of_the_same_step()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AskedAsync(bureau, "商贸发展科");
        Assert.Equal("co-department.already-named", await RefusalAsync(story, "王海涛", new NameCoDepartments([await bureau.DepartmentAsync("商贸发展科")], Question)));
        await story.DoAsync("王海涛", new NameCoDepartments([await bureau.DepartmentAsync("产业规划科")], "请提供规划条件。"));
        Assert.Equal(2, (await StepAsync(story)).WorkItems.Count);
        await story.DoAsync("孙国强", new GiveDepartmentOpinion("同意"));
        await story.DoAsync("蒋文", new GiveDepartmentOpinion("同意"));
        Assert.Equal(["面商"], await story.WaitsForAsync());

        // All are in: whoever is asked now is asked in a step of its own.
        await story.DoAsync("方晓岚", new NameCoDepartments([await bureau.DepartmentAsync("商贸发展科")], "请再核实摊位数。"));
        Assert.Equal(["面商", "协办科室意见"], await story.WaitsForAsync());
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task A_released_department_is_not_waited_for_and_sees_the_case_no_more()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AskedAsync(bureau, "商贸发展科", "产业规划科");
        await story.DoAsync("孙国强", new GiveDepartmentOpinion("同意"));
        await story.DoAsync("王海涛", new ReleaseCoDepartment(await bureau.DepartmentAsync("产业规划科"), "与规划无关"));
        var step = await StepAsync(story);
        Assert.Equal("AllIn", step.Port);
        Assert.Equal(WorkItemState.Withdrawn, ItemOf(bureau, step, "蒋文").State);
        Assert.Equal("co-department.not-named", await RefusalAsync(story, "蒋文", new GiveDepartmentOpinion("同意")));
        Assert.False(await SeesAsync(bureau, story, "蒋文"));
        Assert.True(await SeesAsync(bureau, story, "孙国强"));
    }

    [Fact]
    public async Task Nobody_is_waited_for_once_all_are_released_or_the_reply_is_signed()
    {
        await using var bureau = await Bureau.OpenAsync();
        var released = await AskedAsync(bureau, "商贸发展科");
        await released.DoAsync("王海涛", new ReleaseCoDepartment(await bureau.DepartmentAsync("商贸发展科"), "不需要了"));
        Assert.Equal("NotNeeded", (await StepAsync(released)).Port);

        var story = await AskedAsync(bureau, "商贸发展科", "产业规划科");
        await story.DoAsync("蒋文", new GiveDepartmentOpinion("同意"));
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15);
        await story.DoAsync("方晓岚", new ReviewByDeputy(true));
        var step = await StepAsync(story);
        Assert.Equal((StepState.Answered, "NotNeeded"), (step.State, step.Port));
        Assert.Equal((WorkItemState.Withdrawn, WorkItemState.Answered), (ItemOf(bureau, step, "孙国强").State, ItemOf(bureau, step, "蒋文").State));
        Assert.Equal("reply.already-signed", await RefusalAsync(story, "王海涛", new NameCoDepartments([await bureau.DepartmentAsync("商贸发展科")], Question)));
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task Only_people_of_the_department_see_the_case_and_it_lies_in_its_heads_inbox()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AskedAsync(bureau, "商贸发展科");
        foreach (var (who, sees) in new[] { ("孙国强", true), ("何悦", true), ("蒋文", false), ("唐可", false) })
        {
            Assert.Equal(sees, await SeesAsync(bureau, story, who));
        }

        var inbox = await bureau.WithAsync<InboxQuery, InboxPage>(query => query.PageAsync(bureau.SeesAs("孙国强"), InboxTab.Mine, null, 10, TestContext.Current.CancellationToken));
        Assert.Equal("协办科室意见", Assert.Single(inbox.Rows).Step.Name);
        var colleagues = await bureau.WithAsync<InboxQuery, InboxPage>(query => query.PageAsync(bureau.SeesAs("何悦"), InboxTab.Department, null, 10, TestContext.Current.CancellationToken));
        Assert.Single(colleagues.Rows);
    }

    [Fact]
    public async Task A_part_whose_head_is_gone_lies_with_the_office()
    {
        await using var bureau = await Bureau.OpenAsync();
        await bureau.ReadAsync(db => db.Users.Where(person => person.DisplayName == "孙国强").ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDisabled, true)));
        var story = await AskedAsync(bureau, "商贸发展科");
        var item = Assert.Single((await StepAsync(story)).WorkItems);
        Assert.Equal((null, Duties.Office), (item.OwnerId, item.OwnerDesk));
    }

    [Fact]
    public async Task Wrong_departments_wrong_people_and_empty_words_are_refused()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau, "258");
        var commerce = await bureau.DepartmentAsync("商贸发展科");
        Assert.Equal("unit.nobody-chosen", await RefusalAsync(story, "王海涛", new NameCoDepartments([], Question)));
        Assert.Equal("act.missing", await RefusalAsync(story, "王海涛", new NameCoDepartments([commerce], " ")));
        Assert.Equal("co-department.handles-it-itself", await RefusalAsync(story, "王海涛", new NameCoDepartments([await bureau.DepartmentAsync("旅游科")], Question)));
        foreach (var who in new[] { "郑宁", "孙国强", "顾明远", "杜青", "周一鸣" })
        {
            Assert.Equal("act.not-entitled", await RefusalAsync(story, who, new NameCoDepartments([commerce], Question)));
        }

        await story.DoAsync("许婧", new NameCoDepartments([commerce], Question));
        foreach (var who in new[] { "王海涛", "蒋文", "何悦", "郑宁" })
        {
            Assert.Equal("act.not-entitled", await RefusalAsync(story, who, new GiveDepartmentOpinion("同意")));
        }

        Assert.Equal("act.not-entitled", await RefusalAsync(story, "孙国强", new ReleaseCoDepartment(commerce, "不归我们")));
        Assert.Equal("act.missing", await RefusalAsync(story, "孙国强", new GiveDepartmentOpinion("")));
        await story.DoAsync("许婧", new GiveDepartmentOpinion("同意"), decidedBy: "孙国强");
        Assert.Equal(bureau.Id("孙国强"), Assert.Single((await story.FileAsync()).Case.CoDepartments).AnsweredById);
    }

    private static async Task<CaseDriver> AskedAsync(Bureau bureau, params IReadOnlyList<string> departments)
    {
        var story = await AcceptedAsync(bureau, departments.Count > 1 ? "258" : "259");
        var ids = new List<DepartmentId>();
        foreach (var name in departments)
        {
            ids.Add(await bureau.DepartmentAsync(name));
        }

        return await story.On(3, 25).DoAsync("王海涛", new NameCoDepartments(ids, Question));
    }

    private static async Task<CaseDriver> AcceptedAsync(Bureau bureau, string number)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration(number, Assigned));
        return await story.AcceptedAsync();
    }

    private static async Task<Step> StepAsync(CaseDriver story) => (await story.FileAsync()).Steps.Single(step => step.ActivityType == "Proposals.DepartmentOpinion");

    private static WorkItem ItemOf(Bureau bureau, Step step, string owner) => step.WorkItems.Single(item => item.OwnerId == bureau.Id(owner));

    private static async Task<bool> SeesAsync(Bureau bureau, CaseDriver story, string who) =>
        await bureau.WithAsync<CaseFileQuery, CaseFile?>(query => query.FindAsync(bureau.SeesAs(who), story.Id, TestContext.Current.CancellationToken)) is not null;

    private static Task<ActOutcome> AttemptAsync(Bureau bureau, CaseDriver story, string who) =>
        bureau.RunAsync(story.Id, new ActRequest(bureau.Id(who), Guid.NewGuid(), story.Revision, new ActLine(new GiveDepartmentOpinion("同意"))), story.Now);

    private static async Task<string?> RefusalAsync(CaseDriver story, string who, CaseAct act) => (await story.TryAsync(who, act)).Refusal?.Code;
}
