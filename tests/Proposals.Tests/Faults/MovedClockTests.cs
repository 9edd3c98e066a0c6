using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Audit;
using Proposals.Consultation;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Tests.Scenes;
using Proposals.Timers;

namespace Proposals.Tests.Faults;

/// <summary>Somebody moves the hands of the machine's clock while the office works.</summary>
public sealed class MovedClockTests
{
    private static readonly DateTimeOffset Noon = new(2025, 3, 18, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Hours_set_back_between_the_acts_change_neither_their_order_nor_what_comes_of_them()
    {
        await using var bureau = await Bureau.OpenAsync();
        var ordinary = await CarryAsync(bureau, "601", hour => Noon.AddMinutes(10 * hour));
        var backwards = await CarryAsync(bureau, "602", hour => Noon.AddMinutes(-10 * hour));

        Assert.Equal(ordinary.Waiting.Select(step => step.Name), backwards.Waiting.Select(step => step.Name));
        Assert.Equal((ordinary.Case.State, ordinary.Case.HandlerId, ordinary.Case.DueOn, ordinary.Case.Revision), (backwards.Case.State, backwards.Case.HandlerId, backwards.Case.DueOn, backwards.Case.Revision));
        Assert.Equal(ordinary.Trail.Select(entry => entry.Act), backwards.Trail.Select(entry => entry.Act));
        Assert.Equal(ordinary.Allocations.Select(allocation => (allocation.Decision, allocation.Opinion)), backwards.Allocations.Select(allocation => (allocation.Decision, allocation.Opinion)));
        Assert.Equal(ordinary.Deadlines.Select(line => (line.Kind, line.DueOn, line.MetOn)), backwards.Deadlines.Select(line => (line.Kind, line.DueOn, line.MetOn)));
        Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(CaseActs.SubjectOf(backwards.Case.Id), Cancel)));
    }

    [Fact]
    public async Task A_day_set_back_lets_no_act_happen_before_its_cause()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("603", new DateOnly(2025, 3, 17)));
        await story.On(3, 18).DoAsync("许婧", new ReceiveCase());
        await story.DoAsync("俞敏", new ProposeAllocation(await bureau.DepartmentAsync("旅游科")));
        var before = await story.CaseAsync();

        foreach (var day in new[] { 17, 16 })
            Assert.Equal("act.before-its-cause", (await story.On(3, day).TryAsync("方晓岚", new DecideAllocation(true), story.Today)).Refusal?.Code);

        var after = await story.CaseAsync();
        Assert.Equal((before.Revision, before.DueOn, before.State), (after.Revision, after.DueOn, after.State));
        await story.On(3, 18).DoAsync("方晓岚", new DecideAllocation(true));
    }

    [Fact]
    public async Task A_timer_fires_once_however_often_its_moment_comes()
    {
        await using var bureau = await Bureau.OpenAsync();
        await new Flow().Activity("start", "Elsa.Start").Activity("wait", "Elsa.Delay", ("timeSpan", "02:00:00")).Step("after").Connect("start Done wait", "wait Done after").PublishAsync(bureau);
        var story = await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("604", new DateOnly(2025, 3, 17)));

        foreach (var (hours, fires) in new[] { (-24, 0), (3, 1), (-24, 0), (3, 0), (48, 0) })
            Assert.Equal(fires, (await bureau.WithAsync<TimerSweep, SweepResult>(sweep => sweep.RunAsync(story.Now.AddHours(hours), Cancel))).Fired);

        Assert.Equal(["环节after"], await story.WaitsForAsync());
        Assert.Single((await story.FileAsync()).Trail, entry => entry.Act == nameof(ElapseTimer));
        Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(CaseActs.SubjectOf(story.Id), Cancel)));
    }

    [Fact]
    public async Task A_running_product_goes_on_under_a_clock_set_back_and_forward()
    {
        var clock = new MovedClock();
        await using var office = await Office.OpenWithAsync(services => services.AddSingleton<TimeProvider>(clock));
        using var client = await office.AsAsync("zhengning");
        var address = await Faulty.RecordAsync(office);
        var before = await Faulty.ContactsAsync(office);
        var done = 0;
        foreach (var days in new[] { 0, -1, 1, 0 })
        {
            clock.Ahead = TimeSpan.FromDays(days);
            var answer = await Faulty.Filled(await PaperForm.OpenAsync(client, address), $"第{++done}次").SendAsync(client, address);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Cancel));
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/inbox", Cancel)).StatusCode);
        }

        Assert.Equal(before + done, await Faulty.ContactsAsync(office));
        var chain = CaseActs.SubjectOf(await Faulty.CaseAsync(office));
        Assert.Null(await office.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(chain, Cancel)));
    }

    [Fact]
    public async Task A_session_from_a_time_to_come_is_asked_at_once_whether_it_still_holds()
    {
        var clock = new MovedClock { Ahead = TimeSpan.FromDays(1) };
        await using var office = await Office.OpenWithAsync(services =>
        {
            services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options => options.TimeProvider = clock);
            services.Configure<SecurityStampValidatorOptions>(options => options.TimeProvider = clock);
        });
        using var client = await office.AsAsync("zhengning");
        clock.Ahead = TimeSpan.Zero;
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/inbox", Cancel)).StatusCode);

        await office.ReadAsync(db => db.Users.Where(person => person.UserName == "zhengning").ExecuteUpdateAsync(set => set.SetProperty(person => person.SecurityStamp, "gone"), Cancel));
        clock.Ahead = TimeSpan.FromMinutes(2);

        await Faulty.TakenAsync(await client.GetAsync("/inbox", Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Through the first acts of a case, one of them sent back, at the hours that the clock shows.</summary>
    private static async Task<CaseFile> CarryAsync(Bureau bureau, string number, Func<int, DateTimeOffset> clock)
    {
        var department = await bureau.DepartmentAsync("旅游科");
        (string Who, CaseAct Act)[] acts =
        [
            ("许婧", CaseDriver.Registration(number, new DateOnly(2025, 3, 17))),
            ("许婧", new ReceiveCase()),
            ("俞敏", new ProposeAllocation(department) { Opinion = "第一次" }),
            ("方晓岚", new DecideAllocation(false) { Opinion = "请再商" }),
            ("俞敏", new ProposeAllocation(department) { Opinion = "第二次" }),
            ("方晓岚", new DecideAllocation(true)),
            ("王海涛", new AcceptAndName(bureau.Id("郑宁"))),
            ("郑宁", new RecordConsultation(ContactKind.Phone, "希望尽快")),
        ];
        CaseId? id = null;
        for (var done = 0; done < acts.Length; done++)
        {
            var outcome = await bureau.RunAsync(id, new ActRequest(bureau.Id(acts[done].Who), Guid.NewGuid(), done, new ActLine(acts[done].Act)), clock(done));
            Assert.True(outcome.IsDone, $"{acts[done].Act.Name}: {outcome.Refusal?.Code}");
            id = outcome.CaseId;
        }

        return await bureau.WithAsync<CaseFileQuery, CaseFile?>(query => query.FindAsync(bureau.SeesAs("许婧"), id ?? default, Cancel)) ?? throw new InvalidOperationException("The case is gone.");
    }
}
