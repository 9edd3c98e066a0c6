using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Consultation;
using Proposals.Incidents;
using Proposals.Intake;
using Proposals.Tests.Audit;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Incidents;

/// <summary>A workflow that stops takes nothing with it, and goes on when an admin lets it.</summary>
public sealed class IncidentTests
{
    private const string Admin = "周一鸣";
    private const string Reason = "已补登例外放行，重试";

    [Fact]
    public async Task An_act_stands_although_its_workflow_stopped_and_the_chain_says_where()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await StoppedAsync(bureau);

        var file = await story.FileAsync();
        Assert.NotNull(file.Case.ReceivedOn);
        var incident = Assert.Single(file.Incidents);
        Assert.Equal(("doubt", "环节doubt", "script.error", true, true), (incident.ActivityId, incident.ActivityName, incident.Code, incident.IsOpen, incident.StopsInstance));
        Assert.Contains("missing", incident.Detail, StringComparison.Ordinal);
        Assert.Contains($"\"incidents\":[{{\"activity\":\"doubt\",\"code\":\"script.error\"", file.Trail[^1].Text, StringComparison.Ordinal);
        Assert.Equal(1, await bureau.WithAsync<IncidentQuery, int>(query => query.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("ReceiveCase", file.Trail[^1].Act);
    }

    [Fact]
    public async Task However_long_the_words_of_a_drawing_the_act_stands()
    {
        var (step, call) = (new string('s', 95), new string('c', 95));
        await using var bureau = await Bureau.OpenAsync();
        await new Flow().Activity("start", "Elsa.Start").Step(step).Activity(call, "Elsa.RunTask", ("taskName", $"='{new string('n', 90)}' + String.fromCharCode(0)"))
            .Activity("stop", "Elsa.Fault", ("message", $"='{new string('m', 2500)}' + String.fromCharCode(0)"))
            .Connect($"start Done {step}", $"{step} Received {call}", $"{step} Received stop").PublishAsync(bureau);
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        Assert.Equal(64, Assert.Single(await story.WaitsForAsync()).Length);

        await story.DoAsync("许婧", new ReceiveCase());

        Assert.Equal(call, (await bureau.ReadAsync(db => db.OutsideTasks.SingleAsync())).ActivityId);
        Assert.Equal("stop", (await OpenAsync(story)).ActivityId);
    }

    [Fact]
    public async Task A_retry_goes_on_once_the_cause_is_gone()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await StoppedAsync(bureau);
        await MendAsync(bureau, story);

        await story.DoAsync(Admin, new RetryIncident((await OpenAsync(story)).Id, Reason));

        Assert.Equal(["环节yes"], await story.WaitsForAsync());
        var closed = Assert.Single((await story.FileAsync()).Incidents);
        Assert.Equal((false, (IncidentEnd?)IncidentEnd.Retried, (Guid?)bureau.Id(Admin), Reason), (closed.IsOpen, closed.End, closed.ClearedById, closed.Reason));
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task A_retry_that_does_not_help_leaves_one_open_incident()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await StoppedAsync(bureau);
        var first = await OpenAsync(story);

        await story.DoAsync(Admin, new RetryIncident(first.Id, "再试一次看看"));

        var again = await OpenAsync(story);
        Assert.NotEqual(first.Id, again.Id);
        Assert.Equal(2, (await story.FileAsync()).Incidents.Count);
        await MendAsync(bureau, story);
        await story.DoAsync(Admin, new RetryIncident(again.Id, Reason));
        Assert.Equal(["环节yes"], await story.WaitsForAsync());
        await Replays.AgreeAsync(bureau, story);
    }

    [Theory]
    [InlineData("True", "环节yes")]
    [InlineData("False", "环节no")]
    public async Task Skipping_goes_on_through_the_chosen_outcome(string port, string next)
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await StoppedAsync(bureau);
        var incident = await OpenAsync(story);
        Assert.Equal(["True", "False"], incident.PortNames);

        await story.DoAsync(Admin, new SkipIncident(incident.Id, port, "按领导口头意见继续"));

        Assert.Equal([next], await story.WaitsForAsync());
        var closed = Assert.Single((await story.FileAsync()).Incidents);
        Assert.Equal((false, IncidentEnd.Skipped, port), (closed.IsOpen, closed.End, closed.Port));
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task Only_an_admin_lets_a_workflow_go_on_and_nobody_enters_it_for_him()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await StoppedAsync(bureau);
        var incident = await OpenAsync(story);

        foreach (var who in new[] { "许婧", "俞敏", "郑宁", "王海涛", "方晓岚", "沈立群", "杜青" })
            Assert.Equal("act.not-entitled", (await story.TryAsync(who, new RetryIncident(incident.Id, Reason))).Refusal?.Code);
        Assert.Equal("act.not-entitled", (await story.TryAsync("许婧", new SkipIncident(incident.Id, "True", Reason), decidedBy: Admin)).Refusal?.Code);
        Assert.True((await OpenAsync(story)).IsOpen);
    }

    [Fact]
    public async Task What_cannot_be_cleared_is_refused_by_name()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await StoppedAsync(bureau);
        var other = await StoppedAsync(bureau, "259");
        var incident = await OpenAsync(story);

        Assert.Equal("incident.reason-too-short", (await story.TryAsync(Admin, new RetryIncident(incident.Id, "重试"))).Refusal?.Code);
        Assert.Equal("act.missing", (await story.TryAsync(Admin, new RetryIncident(incident.Id, " "))).Refusal?.Code);
        Assert.Equal("incident.unknown", (await story.TryAsync(Admin, new RetryIncident(incident.Id + "9", Reason))).Refusal?.Code);
        Assert.Equal("incident.unknown", (await other.TryAsync(Admin, new RetryIncident(incident.Id, Reason))).Refusal?.Code);
        Assert.Equal("incident.no-such-port", (await story.TryAsync(Admin, new SkipIncident(incident.Id, "Maybe", Reason))).Refusal?.Code);

        await story.DoAsync(Admin, new SkipIncident(incident.Id, "True", "按领导口头意见继续"));
        Assert.Equal("incident.closed", (await story.TryAsync(Admin, new RetryIncident(incident.Id, Reason))).Refusal?.Code);
        Assert.Equal(["环节yes"], await story.WaitsForAsync());
    }

    [Fact]
    public async Task Two_retries_at_once_are_one()
    {
        await using var bureau = await Bureau.OpenAsync();
        for (var round = 0; round < Soak.Count(4); round++)
        {
            var story = await StoppedAsync(bureau, $"{300 + round}");
            await MendAsync(bureau, story);
            var retry = new RetryIncident((await OpenAsync(story)).Id, Reason);
            var revision = story.Revision;

            var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
                bureau.RunAsync(story.Id, new ActRequest(bureau.Id(Admin), Guid.NewGuid(), revision, new ActLine(retry)), story.Now))));

            Assert.Single(outcomes, outcome => outcome.IsDone);
            Assert.All(outcomes.Where(outcome => !outcome.IsDone), outcome => Assert.Equal("act.overtaken", outcome.Refusal?.Code));
            Assert.Equal(["环节yes"], await story.WaitsForAsync());
            Assert.Single((await story.FileAsync()).Trail, entry => entry.Act == nameof(RetryIncident));
        }
    }

    [Fact]
    public async Task The_list_has_open_ones_first_and_loses_none_between_pages()
    {
        await using var bureau = await Bureau.OpenAsync();
        await FlowAsync(bureau);
        for (var number = 0; number < 7; number++)
        {
            var story = await StoppedAsync(bureau, $"{500 + number}", publish: false);
            if (number % 3 == 0)
                await story.DoAsync(Admin, new SkipIncident((await OpenAsync(story)).Id, "True", "按领导口头意见继续"));
        }

        var seen = new List<IncidentRow>();
        IncidentCursor? after = null;
        do
        {
            var page = await bureau.WithAsync<IncidentQuery, IncidentPage>(query => query.PageAsync(IncidentCursor.Parse(after?.ToString()), 2, TestContext.Current.CancellationToken));
            seen.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(["501", "502", "504", "505"], seen.Take(4).Select(row => row.CaseNumber).Order(StringComparer.Ordinal));
        Assert.Equal(7, seen.Select(row => row.Incident.Id).Distinct().Count());
        Assert.All(seen.Skip(4), row => Assert.False(row.Incident.IsOpen));
    }

    [Fact]
    public async Task What_was_done_while_the_workflow_stood_is_not_asked_for_again()
    {
        await using var bureau = await Bureau.OpenAsync();
        await new Flow().Activity("start", "Elsa.Start").Doubt("doubt").Step("receive").Step("propose", "Proposals.ProposeAllocation")
            .Connect("start Done doubt", "doubt True receive", "doubt False receive", "receive Received propose").PublishAsync(bureau);
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.On(3, 18).DoAsync("许婧", new ReceiveCase());
        Assert.Empty(await story.WaitsForAsync());

        await story.DoAsync(Admin, new SkipIncident((await OpenAsync(story)).Id, "True", "按领导口头意见继续"));

        var received = (await bureau.ReadAsync(db => db.Steps.Include(step => step.WorkItems).ToListAsync())).Single(step => step.ActivityType == "Proposals.Receive");
        Assert.Equal((Proposals.Inbox.StepState.Answered, (Guid?)bureau.Id("许婧")), (received.State, received.WorkItems.Single().AnsweredById));
        Assert.Single(await story.WaitsForAsync());
        Assert.Empty(await bureau.ReadAsync(db => db.MissedAnswers.ToListAsync()));
        await Replays.AgreeAsync(bureau, story);
    }

    private static Task FlowAsync(Bureau bureau) => new Flow()
        .Activity("start", "Elsa.Start").Step("receive").Doubt("doubt").Step("yes").Step("no")
        .Connect("start Done receive", "receive Received doubt", "doubt True yes", "doubt False no")
        .PublishAsync(bureau);

    private static async Task<CaseDriver> StoppedAsync(Bureau bureau, string number = "258", bool publish = true)
    {
        if (publish)
            await FlowAsync(bureau);
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration(number, new DateOnly(2025, 3, 17)));
        return await story.On(3, 18).DoAsync("许婧", new ReceiveCase());
    }

    /// <summary>The facts go on while the workflow stands.</summary>
    private static async Task MendAsync(Bureau bureau, CaseDriver story)
    {
        await story.DoAsync("俞敏", new Proposals.Assignment.ProposeAllocation(await bureau.DepartmentAsync("旅游科")));
        await story.On(3, 24).DoAsync("方晓岚", new Proposals.Assignment.DecideAllocation(true));
        await story.DoAsync("王海涛", new Proposals.Assignment.AcceptAndName(bureau.Id("郑宁")));
        await story.DoAsync("方晓岚", new GrantOverride("提案人在国外，电话已沟通"));
    }

    private static async Task<WorkflowIncident> OpenAsync(CaseDriver story) => Assert.Single((await story.FileAsync()).Incidents, incident => incident.IsOpen);
}
