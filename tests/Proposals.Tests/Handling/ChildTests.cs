using Microsoft.EntityFrameworkCore;
using Proposals.Assignment;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Incidents;
using Proposals.Intake;
using Proposals.Tests.Audit;
using Proposals.Tests.Scenes;
using Proposals.Timers;

namespace Proposals.Tests.Handling;

/// <summary>Definitions that start others, events between them, and tasks for other systems: all of one case.</summary>
public sealed class ChildTests
{
    private const string Admin = "周一鸣";

    [Fact]
    public async Task A_childs_step_lies_in_the_inbox_and_its_end_lets_the_parent_go_on()
    {
        await using var bureau = await Bureau.OpenAsync();
        await ParentAsync(bureau, "inner");
        await new Flow("inner").Activity("start", "Elsa.Start").Step("ask").Connect("start Done ask").PublishAsync(bureau);
        var story = await RegisteredAsync(bureau);

        Assert.Equal(["环节ask"], await story.WaitsForAsync());
        var inbox = await bureau.WithAsync<InboxQuery, InboxPage>(query => query.PageAsync(bureau.SeesAs("许婧"), InboxTab.Mine, null, 10, TestContext.Current.CancellationToken));
        Assert.Equal("环节ask", Assert.Single(inbox.Rows).Step.Name);

        await story.DoAsync("许婧", new ReceiveCase());

        Assert.Equal(["环节yes"], await story.WaitsForAsync());
        var instances = await bureau.ReadAsync(db => db.WorkflowInstances.OrderBy(instance => instance.Level).ToListAsync());
        Assert.Equal([(null, 0, false), (story.Id.ToString(), 1, true)], instances.Select(instance => (instance.ParentInstanceId, instance.Level, instance.FinishedAt is not null)));
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task An_incident_of_a_child_is_cleared_in_the_child()
    {
        await using var bureau = await Bureau.OpenAsync();
        await ParentAsync(bureau, "inner");
        await new Flow("inner").Activity("start", "Elsa.Start").Doubt("doubt").Connect("start Done doubt").PublishAsync(bureau);
        var story = await RegisteredAsync(bureau);

        var incident = Assert.Single((await story.FileAsync()).Incidents);
        Assert.StartsWith($"{story.Id}.", incident.InstanceId, StringComparison.Ordinal);
        await story.DoAsync(Admin, new SkipIncident(incident.Id, "True", "测试子流程继续"));

        Assert.Equal(["环节yes"], await story.WaitsForAsync());
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task A_child_that_nobody_published_stops_its_parent_until_it_is_published()
    {
        await using var bureau = await Bureau.OpenAsync();
        await ParentAsync(bureau, "inner");
        var story = await RegisteredAsync(bureau);
        var incident = Assert.Single((await story.FileAsync()).Incidents);
        Assert.Equal(("child.unpublished", "call", "inner", true), (incident.Code, incident.ActivityId, incident.Detail, incident.IsOpen));
        Assert.Empty(await story.WaitsForAsync());

        await story.DoAsync(Admin, new RetryIncident(incident.Id, "还没有发布就重试"));
        Assert.True(Assert.Single((await story.FileAsync()).Incidents).IsOpen);
        Assert.Equal(incident.Id, (await bureau.WithAsync<IncidentQuery, WorkflowIncident?>(query => query.FindAgainAsync(incident, story.Now, TestContext.Current.CancellationToken)))?.Id);

        await new Flow("inner").Activity("start", "Elsa.Start").Step("ask").Connect("start Done ask").PublishAsync(bureau);
        await story.DoAsync(Admin, new RetryIncident(incident.Id, "子流程已经发布"));

        Assert.Equal(["环节ask"], await story.WaitsForAsync());
        Assert.Equal((false, (IncidentEnd?)IncidentEnd.Retried), (await story.FileAsync()).Incidents.Select(closed => (closed.IsOpen, closed.End)).Single());
        await story.DoAsync("许婧", new ReceiveCase());
        Assert.Equal(["环节yes"], await story.WaitsForAsync());
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task A_parent_may_go_on_without_a_child_that_nobody_published()
    {
        await using var bureau = await Bureau.OpenAsync();
        await ParentAsync(bureau, "nowhere");
        var story = await RegisteredAsync(bureau);
        var incident = Assert.Single((await story.FileAsync()).Incidents);

        await story.DoAsync(Admin, new SkipIncident(incident.Id, "Done", "本件不需要子流程"));

        Assert.Equal(["环节yes"], await story.WaitsForAsync());
        Assert.Equal((false, (IncidentEnd?)IncidentEnd.Skipped), (await story.FileAsync()).Incidents.Select(closed => (closed.IsOpen, closed.End)).Single());
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task What_was_done_beside_an_incident_answers_no_step_that_was_asked_for_otherwise()
    {
        await using var bureau = await Bureau.OpenAsync();
        await new Flow().Activity("start", "Elsa.Start").Activity("call", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "inner")).Step("propose", "Proposals.ProposeAllocation").Step("receive")
            .Connect("start Done call", "call Done propose", "propose Submitted receive").PublishAsync(bureau);
        var story = await RegisteredAsync(bureau);
        await story.DoAsync("许婧", new ReceiveCase());
        await story.DoAsync("俞敏", new ProposeAllocation(await bureau.DepartmentAsync("旅游科")));
        Assert.Equal(["环节receive"], await story.WaitsForAsync());
        await new Flow("inner").Activity("start", "Elsa.Start").Activity("end", "Elsa.End").Connect("start Done end").PublishAsync(bureau);

        await story.DoAsync(Admin, new RetryIncident(Assert.Single((await story.FileAsync()).Incidents).Id, "子流程已经发布"));

        Assert.Equal(["环节receive"], await story.WaitsForAsync());
        Assert.Empty(await bureau.ReadAsync(db => db.MissedAnswers.ToListAsync()));
    }

    [Fact]
    public async Task A_definition_that_starts_itself_is_stopped_and_the_act_stands()
    {
        await using var bureau = await Bureau.OpenAsync();
        await ParentAsync(bureau, "proposal-handling");
        var story = await RegisteredAsync(bureau);

        Assert.Contains((await story.FileAsync()).Incidents, incident => incident.Code == "child.circle");
        Assert.Equal(WorkflowInstance.MostLevels + 1, await bureau.ReadAsync(db => db.WorkflowInstances.CountAsync()));
    }

    [Fact]
    public async Task What_a_parent_no_longer_waits_for_is_cancelled()
    {
        await using var bureau = await Bureau.OpenAsync();
        await new Flow().Activity("start", "Elsa.Start").Activity("call", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", "inner"), ("waitForCompletion", "true")).Step("yes", "Proposals.ProposeAllocation").Activity("end", "Elsa.Finish")
            .Connect("start Done call", "start Done yes", "yes Submitted end").PublishAsync(bureau);
        await new Flow("inner").Activity("start", "Elsa.Start").Step("ask").Connect("start Done ask").PublishAsync(bureau);
        var story = await RegisteredAsync(bureau);
        Assert.Equal(["环节ask", "环节yes"], (await story.WaitsForAsync()).Order(StringComparer.Ordinal));

        // Received on paper, without the step: the child waits on, until the parent ends around it.
        await bureau.ReadAsync(db => db.Cases.ExecuteUpdateAsync(set => set.SetProperty(subject => subject.ReceivedOn, story.Today)));
        await story.DoAsync("俞敏", new ProposeAllocation(await bureau.DepartmentAsync("旅游科")));

        Assert.Empty(await story.WaitsForAsync());
        Assert.All(await bureau.ReadAsync(db => db.WorkflowInstances.ToListAsync()), instance => Assert.NotNull(instance.FinishedAt));
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task An_event_reaches_every_instance_of_the_case_that_waits_for_it_and_no_other_case()
    {
        await using var bureau = await Bureau.OpenAsync();
        await new Flow().Activity("start", "Elsa.Start").Activity("call", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "inner")).Activity("own", "Elsa.Event", ("eventName", "Paid"))
            .Step("mine", "Proposals.ProposeAllocation").Step("receive").Activity("publish", "Elsa.PublishEvent", ("eventName", "Paid"))
            .Connect("start Done call", "start Done own", "own Done mine", "start Done receive", "receive Received publish").PublishAsync(bureau);
        await new Flow("inner").Activity("start", "Elsa.Start").Activity("wait", "Elsa.Event", ("eventName", "Paid")).Step("inner", "Proposals.ApproveAllocation")
            .Connect("start Done wait", "wait Done inner").PublishAsync(bureau);
        var story = await RegisteredAsync(bureau);
        var other = await RegisteredAsync(bureau, "259");
        Assert.Equal(["环节receive"], await story.WaitsForAsync());

        await story.DoAsync("许婧", new ReceiveCase());

        Assert.Equal(["环节inner", "环节mine"], (await story.WaitsForAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(["环节receive"], await other.WaitsForAsync());
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task An_event_with_a_correlation_id_reaches_only_the_instances_of_that_number()
    {
        await using var bureau = await Bureau.OpenAsync();
        await new Flow().Activity("start", "Elsa.Start").Activity("a", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "inner"), ("correlationId", "A"))
            .Activity("b", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "inner"), ("correlationId", "B"))
            .Activity("own", "Elsa.Event", ("eventName", "Paid")).Step("mine", "Proposals.ProposeAllocation")
            .Step("receive").Activity("publish", "Elsa.PublishEvent", ("eventName", "Paid"), ("correlationId", "A"))
            .Connect("start Done a", "start Done b", "start Done own", "own Done mine", "start Done receive", "receive Received publish").PublishAsync(bureau);
        await new Flow("inner").Activity("start", "Elsa.Start").Activity("wait", "Elsa.Event", ("eventName", "Paid"))
            .Activity("which", "Elsa.FlowDecision", ("condition", "=getCorrelationId() === 'A'")).Step("isA", "Proposals.ApproveAllocation").Step("isOther", "Proposals.DraftReply")
            .Connect("start Done wait", "wait Done which", "which True isA", "which False isOther").PublishAsync(bureau);
        var story = await RegisteredAsync(bureau);

        await story.DoAsync("许婧", new ReceiveCase());

        Assert.Equal(["环节isA"], await story.WaitsForAsync());
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task A_child_that_is_tried_again_keeps_its_correlation_id()
    {
        await using var bureau = await Bureau.OpenAsync();
        await new Flow().Activity("start", "Elsa.Start").Activity("call", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "inner"), ("correlationId", "A"))
            .Connect("start Done call").PublishAsync(bureau);
        var story = await RegisteredAsync(bureau);
        var incident = Assert.Single((await story.FileAsync()).Incidents);
        await new Flow("inner").Activity("start", "Elsa.Start").Activity("which", "Elsa.FlowDecision", ("condition", "=getCorrelationId() === 'A'")).Step("isA").Step("isOther")
            .Connect("start Done which", "which True isA", "which False isOther").PublishAsync(bureau);

        await story.DoAsync(Admin, new RetryIncident(incident.Id, "子流程已经发布"));

        Assert.Equal(["环节isA"], await story.WaitsForAsync());
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task A_task_for_another_system_is_answered_by_an_admin_with_a_reason()
    {
        await using var bureau = await Bureau.OpenAsync();
        await new Flow().Activity("start", "Elsa.Start").Activity("task", "Elsa.RunTask", ("taskName", "上级系统登记"))
            .Activity("check", "Elsa.FlowDecision", ("condition", "=getOutputFrom('task','Result').ok")).Step("yes").Step("no")
            .Connect("start Done task", "task Done check", "check True yes", "check False no").PublishAsync(bureau);
        var story = await RegisteredAsync(bureau);
        var task = Assert.Single((await story.FileAsync()).OutsideTasks);
        Assert.Equal(("上级系统登记", WaitState.Waiting), (task.TaskName, task.State));

        Assert.Equal("act.not-entitled", (await story.TryAsync("许婧", new CompleteTask(task.WaitId, """{"ok":true}""", "上级电话确认"))).Refusal?.Code);
        Assert.Equal("incident.reason-too-short", (await story.TryAsync(Admin, new CompleteTask(task.WaitId, """{"ok":true}""", "好"))).Refusal?.Code);
        foreach (var unreadable in new[] { """{"a":1,"a":2}""", new string('[', 40) + new string(']', 40), """{"a":"\ud800"}""" })
            Assert.Equal("incident.result-unreadable", (await story.TryAsync(Admin, new CompleteTask(task.WaitId, unreadable, "上级电话确认已登记"))).Refusal?.Code);
        await story.DoAsync(Admin, new CompleteTask(task.WaitId, """{"ok":true}""", "上级电话确认已登记"));

        Assert.Equal(["环节yes"], await story.WaitsForAsync());
        Assert.Equal("incident.task-over", (await story.TryAsync(Admin, new CompleteTask(task.WaitId, null, "上级电话确认已登记"))).Refusal?.Code);
        await Replays.AgreeAsync(bureau, story);
    }

    private static Task ParentAsync(Bureau bureau, string child) => new Flow()
        .Activity("start", "Elsa.Start").Activity("call", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", child), ("waitForCompletion", "true")).Step("yes", "Proposals.ProposeAllocation")
        .Connect("start Done call", "call Done yes").PublishAsync(bureau);

    private static async Task<CaseDriver> RegisteredAsync(Bureau bureau, string number = "258")
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration(number, new DateOnly(2025, 3, 17)));
        return story;
    }
}
