using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Designer;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Persistence;
using Proposals.Tests.Scenes;
using Proposals.Timers;

namespace Proposals.Tests.Web;

/// <summary>异常 as an admin and a clerk see it.</summary>
public sealed class IncidentPageTests
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task The_clerk_reads_where_it_stopped_and_the_admin_lets_it_go_on_without_seeing_the_case()
    {
        await using var office = await Office.OpenAsync();
        await PublishAsync(office, new Flow().Activity("start", "Elsa.Start").Doubt("doubt").Step("yes").Step("no").Connect("start Done doubt", "doubt True yes", "doubt False no"));
        var id = await RegisteredAsync(office);
        using var clerk = await office.AsAsync("xujing");
        var page = await clerk.GetStringAsync($"/cases/{id}", TestContext.Current.CancellationToken);
        Assert.Contains("流程在“环节doubt”处停下：脚本出错（missing is not defined）。", page, StringComparison.Ordinal);
        Assert.Contains("由系统管理员处理后", page, StringComparison.Ordinal);

        using var admin = await office.AsAsync("zhouyiming");
        var home = await admin.GetStringAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(["1"], new AngleSharp.Html.Parser.HtmlParser().ParseDocument(home).QuerySelectorAll(".top-nav a[href='/incidents'] .menu-count").Select(count => count.TextContent));
        var list = await admin.GetStringAsync("/incidents", TestContext.Current.CancellationToken);
        Assert.Contains("第6001号提案", list, StringComparison.Ordinal);
        Assert.DoesNotContain("夜间停车", list, StringComparison.Ordinal);
        var incident = await office.ReadAsync(db => db.Incidents.SingleAsync());

        var form = await PaperForm.OpenAsync(admin, $"/incidents/{incident.Id}");
        Assert.DoesNotContain("夜间停车", form.Html, StringComparison.Ordinal);
        var refused = await form.With("Input.Way", "skip:True").With("Input.Reason", "好").SendAsync(admin, $"/incidents/{incident.Id}");
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        var again = PaperForm.Read(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("skip:True", again["Input.Way"]);

        Assert.Equal(HttpStatusCode.Redirect, (await again.With("Input.Reason", "按领导口头意见继续").SendAsync(admin, $"/incidents/{incident.Id}")).StatusCode);
        Assert.Equal("环节yes", await office.ReadAsync(db => db.Steps.Where(step => step.CaseId == id && step.State == StepState.Waiting).Select(step => step.Name).SingleAsync()));
        Assert.Contains("周一鸣 已跳过，按“是”继续", await admin.GetStringAsync("/incidents", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var trail = await clerk.GetStringAsync($"/cases/{id}?tab=Trail", TestContext.Current.CancellationToken);
        Assert.Contains("按领导口头意见继续", trail, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"refusal\"", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_that_does_not_help_says_so()
    {
        await using var office = await Office.OpenAsync();
        await PublishAsync(office, new Flow().Activity("start", "Elsa.Start").Doubt("doubt").Step("yes").Connect("start Done doubt", "doubt True yes"));
        await RegisteredAsync(office);
        using var admin = await office.AsAsync("zhouyiming");
        var incident = await office.ReadAsync(db => db.Incidents.SingleAsync());

        var form = (await PaperForm.OpenAsync(admin, $"/incidents/{incident.Id}")).With("Input.Reason", "再试一次看看");
        Assert.Equal(HttpStatusCode.Redirect, (await form.SendAsync(admin, $"/incidents/{incident.Id}")).StatusCode);

        Assert.Contains("流程又停下了", await admin.GetStringAsync("/incidents", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var late = await form.With("Seal.Key", Guid.NewGuid().ToString()).SendAsync(admin, $"/incidents/{incident.Id}");
        Assert.Contains("刚刚由周一鸣更新", await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outside_task_is_listed_and_answered()
    {
        await using var office = await Office.OpenAsync();
        await PublishAsync(office, new Flow().Activity("start", "Elsa.Start").Activity("task", "Elsa.RunTask", ("taskName", "上级系统登记")).Step("yes").Connect("start Done task", "task Done yes"));
        var id = await RegisteredAsync(office);
        using var clerk = await office.AsAsync("xujing");
        Assert.Contains("流程等待外部系统：上级系统登记", await clerk.GetStringAsync($"/cases/{id}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var admin = await office.AsAsync("zhouyiming");
        Assert.Contains("等待外部系统：上级系统登记", await admin.GetStringAsync("/incidents?tab=Tasks", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var task = await office.ReadAsync(db => db.OutsideTasks.SingleAsync());

        var form = (await PaperForm.OpenAsync(admin, $"/incidents/tasks/{task.WaitId}")).With("Input.Reason", "上级电话确认已登记");
        Assert.Equal(HttpStatusCode.Redirect, (await form.SendAsync(admin, $"/incidents/tasks/{task.WaitId}")).StatusCode);

        Assert.Equal(WaitState.Over, await office.ReadAsync(db => db.OutsideTasks.Select(known => known.State).SingleAsync()));
        Assert.Equal("环节yes", await office.ReadAsync(db => db.Steps.Where(step => step.CaseId == id && step.State == StepState.Waiting).Select(step => step.Name).SingleAsync()));
    }

    [Fact]
    public async Task The_demos_clock_moved_forward_fires_what_is_due_then()
    {
        await using var office = await Office.OpenAsync();
        await PublishAsync(office, new Flow().Activity("start", "Elsa.Start").Activity("delay", "Elsa.Delay", ("timeSpan", "20:00:00")).Step("yes").Connect("start Done delay", "delay Done yes"));
        var id = await RegisteredAsync(office);
        using var clerk = await office.AsAsync("xujing");
        Assert.Contains("流程定时等待", await clerk.GetStringAsync($"/cases/{id}", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var moved = await Office.PostAsync(clerk, "/", new() { ["days"] = "1" }, "/demo/clock");

        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal(WaitState.Over, await office.ReadAsync(db => db.Timers.Select(timer => timer.State).SingleAsync()));
        Assert.Equal("环节yes", await office.ReadAsync(db => db.Steps.Where(step => step.CaseId == id && step.State == StepState.Waiting).Select(step => step.Name).SingleAsync()));
    }

    private static Task PublishAsync(Office office, Flow flow) => office.WithAsync<IServiceProvider, bool>(async services =>
    {
        await services.GetRequiredService<PublishedDefinitions>().AdoptAsync(services.GetRequiredService<ProposalsDbContext>(), flow.Json(), publishAlways: true, Now, TestContext.Current.CancellationToken);
        return true;
    });

    private static async Task<CaseId> RegisteredAsync(Office office)
    {
        var registration = CaseDriver.Registration("6001", OfficeClock.Day(Now)) with { Subject = "关于夜间停车的提案" };
        var clerk = await office.PersonAsync("xujing");
        var outcome = await office.WithAsync<CaseActs, ActOutcome>(acts => acts.RunAsync(null, new ActRequest(clerk, Guid.NewGuid(), 0, new ActLine(registration)), Now, TestContext.Current.CancellationToken));
        Assert.Null(outcome.Refusal);
        return outcome.CaseId;
    }
}
