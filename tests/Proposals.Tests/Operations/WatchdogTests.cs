using Microsoft.EntityFrameworkCore;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Operations;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Operations;

/// <summary>What was changed behind the product's back is found and named; what the product's own acts lead to never is.</summary>
public sealed class WatchdogTests
{
    /// <summary>What somebody does to the database by hand, on which demo case, and what is found of it.</summary>
    public static TheoryData<string, string, FindingKind, string> Damages => new()
    {
        { "UPDATE steps SET \"State\" = 'Answered' WHERE \"CaseId\" = {0} AND \"State\" = 'Waiting'; UPDATE work_items SET \"State\" = 'Answered' WHERE \"CaseId\" = {0} AND \"State\" = 'Offered'", "203", FindingKind.NobodyAsked, "" },
        { "UPDATE workflow_instances SET \"FinishedAt\" = '2026-01-01 00:00:00' WHERE \"CaseId\" = {0}", "203", FindingKind.WorkflowOver, "" },
        { "UPDATE workflow_instances SET \"FinishedAt\" = NULL WHERE \"CaseId\" = {0}", "258", FindingKind.WorkflowLeft, "" },
        { "UPDATE steps SET \"State\" = 'Waiting' WHERE \"CaseId\" = {0} AND \"ActivityType\" = 'Proposals.CloseAndArchive'", "258", FindingKind.StepLeft, "办结归档" },
        { "DELETE FROM work_items WHERE \"CaseId\" = {0}", "203", FindingKind.StepUnseen, "分办审定" },
        { "UPDATE work_items SET \"State\" = 'Offered' WHERE \"CaseId\" = {0} AND \"StepId\" IN (SELECT \"Id\" FROM steps WHERE \"ActivityType\" = 'Proposals.Receive')", "12", FindingKind.StepOver, "签收登记" },
        { "UPDATE cases SET \"ClosedOn\" = \"AssignedOn\", \"State\" = 'Closed' WHERE \"Id\" = {0}", "176", FindingKind.StepAnswered, "征询意见" },
        { "UPDATE cases SET \"State\" = 'Archived' WHERE \"Id\" = {0}", "12", FindingKind.StateDiffers, "Archived" },
        { "UPDATE cases SET \"State\" = 'Drafting' WHERE \"Id\" = {0}", "258", FindingKind.StateDiffers, "Drafting" },
        { "UPDATE cases SET \"DueOn\" = '2099-12-31' WHERE \"Id\" = {0}", "12", FindingKind.DatesDiffer, "" },
        { "UPDATE deadlines SET \"DueOn\" = '2020-01-01' WHERE \"CaseId\" = {0} AND \"MetOn\" IS NULL AND \"DroppedOn\" IS NULL", "12", FindingKind.DatesDiffer, "" },
    };

    [Theory, MemberData(nameof(Damages))]
    public async Task What_was_changed_by_hand_is_found_and_named(string sql, string number, FindingKind kind, string argument)
    {
        await using var office = await Office.OpenAsync();
        await DeliveredAsync(office);
        var id = await office.ReadAsync(db => db.Cases.Where(subject => subject.CaseNumber == number).Select(subject => subject.Id).SingleAsync());

        await office.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql, [id.Value], Cancel));

        var found = await LookAsync(office);
        var named = Assert.Single(found.Found, one => one.Kind == kind);
        Assert.Equal(1, named.Count);
        Assert.Equal((id, number), (named.First[0].Case?.Id, named.First[0].Case?.Number));
        Assert.Equal(argument, named.First[0].Arguments is [var first, ..] ? first : "");
    }

    [Fact]
    public async Task A_step_whose_case_is_gone_is_found()
    {
        await using var office = await Office.OpenAsync();
        await DeliveredAsync(office);
        var step = await office.ReadAsync(db => db.Steps.Where(step => step.State == Proposals.Inbox.StepState.Waiting).OrderBy(step => step.Id).FirstAsync());

        await office.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE steps SET \"CaseId\" = {Guid.NewGuid()} WHERE \"Id\" = {step.Id.Value}", Cancel));

        var finding = Assert.Single(Assert.Single((await LookAsync(office)).Found, one => one.Kind == FindingKind.StepWithoutCase).First);
        Assert.Null(finding.Case);
        Assert.Equal([step.Name, step.WaitId], finding.Arguments);
    }

    [Fact]
    public async Task Messages_that_do_not_leave_are_found_after_a_minute_and_not_before()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));

        Assert.True((await LookAsync(bureau, story.Now.AddSeconds(59))).IsWell);
        var found = Assert.Single((await LookAsync(bureau, story.Now.AddSeconds(61))).Found);
        Assert.Equal((FindingKind.OutboxStuck, 1), (found.Kind, found.Count));
    }

    [Fact]
    public async Task A_timer_that_did_not_fire_is_found()
    {
        await using var office = await Office.OpenAsync();
        await DeliveredAsync(office);
        var subject = await office.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(subject => subject.CaseNumber == "12"));
        var now = Now(office);
        await office.ReadAsync(async db =>
        {
            db.Timers.Add(new Proposals.Timers.WorkflowTimer { WaitId = $"{subject.Id}.99", CaseId = subject.Id, InstanceId = subject.Id.ToString(), ActivityId = "wait", WantedAt = now.AddDays(-2), DueAt = now.AddMinutes(-2) });
            return await db.SaveChangesAsync(Cancel);
        });

        var found = Assert.Single((await LookAsync(office)).Found);
        Assert.Equal((FindingKind.TimerLapsed, "12"), (found.Kind, found.First[0].Case?.Number));
    }

    [Fact]
    public async Task A_database_that_went_wrong_as_a_whole_is_counted_and_named_in_part()
    {
        await using var office = await Office.OpenAsync();
        await DeliveredAsync(office);
        var cases = await office.ReadAsync(db => db.Cases.CountAsync());
        await office.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE cases SET \"State\" = 'Drafting'", Cancel));

        var found = Assert.Single((await LookAsync(office)).Found, one => one.Kind == FindingKind.StateDiffers);
        Assert.InRange(found.Count, 21, cases);
        Assert.Equal(20, found.First.Count);
    }

    [Fact]
    public async Task The_demo_bureau_is_well()
    {
        await using var office = await Office.OpenAsync();
        await DeliveredAsync(office);
        var report = await LookAsync(office);
        Assert.Equal([], report.Found.Select(kind => $"{kind.Kind}: {string.Join(", ", kind.First.Select(one => one.Case?.Number))}"));
        Assert.InRange(report.OpenCases, 10, 100);
    }

    [Fact]
    public async Task A_case_is_well_after_each_of_its_acts()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await WellAsync(bureau, story);
        await story.AcceptedAsync();
        await WellAsync(bureau, story);
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await WellAsync(bureau, story);
        await story.CheckedAsync(5, 15);
        await WellAsync(bureau, story);
        await story.DeliveredAsync(5, 20);
        await WellAsync(bureau, story);
        await story.AnsweredAsync(6, 3, Rating.Satisfied, Rating.Satisfied);
        await WellAsync(bureau, story);
        await story.ArchivedAsync();
        await WellAsync(bureau, story);
    }

    private static async Task WellAsync(Bureau bureau, CaseDriver story)
    {
        await bureau.WithAsync<Outbox, int>(outbox => outbox.SendAsync((_, _) => Task.CompletedTask, story.Now, Cancel));
        Assert.Equal([], (await LookAsync(bureau, story.Now.AddHours(1))).Found.Select(kind => kind.Kind));
    }

    /// <summary>Once what the demo has written has been sent, as the product does within seconds.</summary>
    private static async Task DeliveredAsync(Office office)
    {
        while (await office.WithAsync<Outbox, int>(outbox => outbox.SendAsync((_, _) => Task.CompletedTask, Now(office), Cancel)) > 0)
        {
        }
    }

    private static DateTimeOffset Now(Office office) => office.Services.GetService(typeof(TimeProvider)) is TimeProvider clock ? clock.GetUtcNow() : default;

    private static Task<WatchReport> LookAsync(Office office) => office.WithAsync<Watchdog, WatchReport>(watchdog => watchdog.LookAsync(Now(office), Cancel));

    private static Task<WatchReport> LookAsync(Bureau bureau, DateTimeOffset now) => bureau.WithAsync<Watchdog, WatchReport>(watchdog => watchdog.LookAsync(now, Cancel));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
