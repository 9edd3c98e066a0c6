using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Audit;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Persistence;
using Proposals.Tests.Audit;
using Proposals.Tests.Scenes;
using Proposals.Timers;
using Proposals.Workflows.Execution;

namespace Proposals.Tests.Timers;

/// <summary>A moment that a workflow waits for comes once, whoever looks and however often the machine was off.</summary>
public sealed class TimerTests
{
    [Fact]
    public async Task A_timer_fires_at_its_moment_and_not_before()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await WaitingAsync(bureau);
        var due = Assert.Single((await story.FileAsync()).Timers).DueAt;
        Assert.Equal(story.Now.AddHours(2), due);

        Assert.Equal(0, (await SweepAsync(bureau, due.AddSeconds(-1))).Fired);
        Assert.Empty(await story.WaitsForAsync());

        Assert.Equal(1, (await SweepAsync(bureau, due)).Fired);
        Assert.Equal(["环节yes"], await story.WaitsForAsync());
        Assert.Equal(0, (await SweepAsync(bureau, due.AddDays(1))).Fired);
        var entry = (await story.FileAsync()).Trail[^1];
        Assert.Equal((nameof(ElapseTimer), (Guid?)null), (entry.Act, entry.RecordedById));
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task Two_processes_sweeping_at_once_fire_each_timer_once()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var other = bureau.Again();
        for (var round = 0; round < Soak.Count(3); round++)
        {
            var stories = new List<CaseDriver>();
            for (var number = 0; number < 4; number++)
                stories.Add(await WaitingAsync(bureau, $"{700 + round * 10 + number}"));
            var due = stories[0].Now.AddHours(3);

            var results = await Task.WhenAll(Task.Run(() => SweepAsync(bureau, due)), Task.Run(() => SweepAsync(other, due)), Task.Run(() => SweepAsync(other, due)));
            Assert.Equal(0, results.Sum(result => result.Left));
            Assert.Equal(4, results.Sum(result => result.Fired));
            foreach (var story in stories)
            {
                Assert.Single((await story.FileAsync()).Trail, entry => entry.Act == nameof(ElapseTimer));
                Assert.Equal(["环节yes"], await story.WaitsForAsync());
                Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(CaseActs.SubjectOf(story.Id), TestContext.Current.CancellationToken)));
            }
        }
    }

    [Fact]
    public async Task A_backlog_is_worked_off_in_bounded_batches()
    {
        const int Cases = 50;
        const int EachCase = 10;
        await using var bureau = await Bureau.OpenAsync();
        var flow = new Flow().Activity("start", "Elsa.Start");
        for (var number = 0; number < EachCase; number++)
            flow.Activity($"d{number}", "Elsa.Delay", ("timeSpan", $"0{number}:00:01")).Connect($"start Done d{number}");
        await flow.PublishAsync(bureau);
        var story = new CaseDriver(bureau);
        for (var number = 0; number < Cases; number++)
            await story.RegisterAsync(CaseDriver.Registration($"{number + 1}", new DateOnly(2025, 3, 17)));
        Assert.Equal(Cases * EachCase, await WaitingTimersAsync(bureau));

        var result = await SweepAsync(bureau, story.Now.AddDays(3));

        Assert.Equal(new SweepResult(Cases * EachCase, 0, Cases * EachCase / TimerSweep.Batch), result);
        Assert.Equal(0, await WaitingTimersAsync(bureau));
        Assert.Equal(Cases, await bureau.ReadAsync(db => db.WorkflowInstances.CountAsync(instance => instance.FinishedAt != null)));
    }

    [Fact]
    public async Task A_timer_survives_a_restart()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await WaitingAsync(bureau);
        await using var restarted = bureau.Again();

        Assert.Equal(1, (await SweepAsync(restarted, story.Now.AddDays(1))).Fired);

        Assert.Equal(["环节yes"], await story.WaitsForAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_timer_of_a_workflow_that_ended_never_fires(bool cancelled)
    {
        await using var bureau = await Bureau.OpenAsync();
        await new Flow().Activity("start", "Elsa.Start").Activity("delay", "Elsa.Delay", ("timeSpan", "02:00:00")).Step("receive").Step("never").Activity("end", "Elsa.Finish")
            .Connect("start Done delay", "delay Done never", "start Done receive", "receive Received end").PublishAsync(bureau);
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        if (cancelled)
            await CancelAsync(bureau, story);
        else
            await story.DoAsync("许婧", new ReceiveCase());

        Assert.Equal(0, (await SweepAsync(bureau, story.Now.AddDays(1))).Fired);

        Assert.Empty(await story.WaitsForAsync());
        Assert.Equal(WaitState.Withdrawn, (await bureau.ReadAsync(db => db.Timers.SingleAsync())).State);
        Assert.NotNull((await bureau.ReadAsync(db => db.WorkflowInstances.SingleAsync())).FinishedAt);
    }

    [Fact]
    public async Task Whoever_had_the_form_open_is_told_that_the_system_was_first()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await WaitingAsync(bureau);
        await SweepAsync(bureau, story.Now.AddHours(3));

        var refused = await story.TryAsync("俞敏", new ProposeAllocation(await bureau.DepartmentAsync("旅游科")));

        Assert.Equal("act.overtaken", refused.Refusal?.Code);
        Assert.IsType<SystemName>(refused.Refusal?.Arguments[0]);
    }

    [Fact]
    public async Task Nobody_fires_a_timer_by_hand()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await WaitingAsync(bureau);
        var timer = Assert.Single((await story.FileAsync()).Timers);

        foreach (var who in new[] { "许婧", "周一鸣", "沈立群" })
            Assert.Equal("act.not-entitled", (await story.TryAsync(who, new ElapseTimer(timer.WaitId))).Refusal?.Code);
    }

    private static async Task<CaseDriver> WaitingAsync(Bureau bureau, string number = "258")
    {
        await new Flow().Activity("start", "Elsa.Start").Step("receive").Activity("delay", "Elsa.Delay", ("timeSpan", "02:00:00")).Step("yes", "Proposals.ProposeAllocation")
            .Connect("start Done receive", "receive Received delay", "delay Done yes").PublishAsync(bureau);
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration(number, new DateOnly(2025, 3, 17)));
        return await story.On(3, 18).DoAsync("许婧", new ReceiveCase());
    }

    private static Task<SweepResult> SweepAsync(Bureau bureau, DateTimeOffset now) =>
        bureau.WithAsync<TimerSweep, SweepResult>(sweep => sweep.RunAsync(now, TestContext.Current.CancellationToken));

    private static Task<int> WaitingTimersAsync(Bureau bureau) => bureau.ReadAsync(db => db.Timers.CountAsync(timer => timer.State == WaitState.Waiting));

    private static Task<int> CancelAsync(Bureau bureau, CaseDriver story) => bureau.WithAsync<IServiceProvider, int>(async services =>
    {
        await services.GetRequiredService<IWorkflowEngine>().TellAsync(story.Id, new Cancel("退办", story.Now), TestContext.Current.CancellationToken);
        return await services.GetRequiredService<ProposalsDbContext>().SaveChangesAsync(TestContext.Current.CancellationToken);
    });
}
