using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Deadlines;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;
using Proposals.Web.Edition;

namespace Proposals.Tests.Edition;

/// <summary>The signed doors of the scale-out edition, knocked at as Hangfire does.</summary>
public sealed class EditionTests
{
    private const int Seed = 20260323;

    [Fact]
    public async Task Whatever_order_the_jobs_come_in_and_however_often_each_rung_is_raised_once()
    {
        await using var office = await OpenAsync();
        var before = await office.ReadAsync(db => db.Notices.CountAsync());
        Forward(office, 5);
        var jobs = Jobs(office);
        var claimed = await jobs.SweepAsync();
        Assert.NotEmpty(claimed);
        Assert.Equal(before, await office.ReadAsync(db => db.Notices.CountAsync()));

        // Each job comes two or three times, some at once with itself.
        var random = new Random(Seed);
        var calls = claimed.SelectMany(rung => Enumerable.Repeat(rung, 2 + random.Next(2))).ToArray();
        random.Shuffle(calls);
        await Parallel.ForEachAsync(calls, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (rung, _) => Assert.Equal("Raised", await jobs.RaiseAsync(rung)));

        var rungs = await office.ReadAsync(db => db.Rungs.Where(rung => claimed.Contains(rung.Id)).ToListAsync());
        Assert.All(rungs, rung => Assert.Equal(RungState.Raised, rung.State));
        var entries = await office.ReadAsync(db => db.AuditEntries.Where(entry => entry.Act == "RaiseRung").Select(entry => entry.Text).ToListAsync());
        Assert.Equal(claimed.Order(), entries.Select(text => JsonDocument.Parse(text).RootElement.GetProperty("what").GetProperty("rungId").GetGuid()).Where(claimed.Contains).Order());
        Assert.Empty(await jobs.SweepAsync());
    }

    [Fact]
    public async Task The_same_message_is_taken_in_once_and_one_signed_anew_again()
    {
        await using var office = await OpenAsync();
        var jobs = Jobs(office);
        var message = jobs.Sign(EditionEndpoints.SweepAddress, """{"about":"sweep"}""");
        Assert.Equal(HttpStatusCode.OK, (await jobs.SendAsync(message)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await jobs.SendAsync(message)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await jobs.PostAsync(EditionEndpoints.SweepAddress, new { about = "sweep" }, TimeSpan.FromSeconds(2))).StatusCode);
    }

    [Fact]
    public async Task Who_does_not_know_the_secret_comes_too_late_or_means_another_door_is_refused()
    {
        await using var office = await OpenAsync();
        var jobs = Jobs(office);
        async Task<HttpStatusCode> SweepAsync(JobServer caller, object body, TimeSpan ahead = default) => (await caller.PostAsync(EditionEndpoints.SweepAddress, body, ahead)).StatusCode;

        Assert.Equal(HttpStatusCode.Unauthorized, await SweepAsync(Jobs(office, "a secret that only one side was given"), new { about = "sweep" }));
        Assert.Equal(HttpStatusCode.Unauthorized, await SweepAsync(jobs, new { about = "sweep" }, TimeSpan.FromMinutes(-6)));
        Assert.Equal(HttpStatusCode.Unauthorized, await SweepAsync(jobs, new { about = "sweep" }, TimeSpan.FromMinutes(6)));
        Assert.Equal(HttpStatusCode.BadRequest, await SweepAsync(jobs, new { about = "raise-rung", rungId = Guid.NewGuid() }));
        Assert.Equal(HttpStatusCode.BadRequest, await SweepAsync(jobs, "sweep"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SweepAsync(jobs, new { about = "sweep", more = new string('x', 5000) }));
        Assert.Equal(HttpStatusCode.NotFound, (await jobs.PostAsync(EditionEndpoints.RaiseAddress, new { about = "raise-rung", rungId = Guid.NewGuid() })).StatusCode);
        using var unsigned = await office.Stranger().PostAsync(EditionEndpoints.SweepAddress, new StringContent("{}"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
    }

    [Fact]
    public async Task Where_no_secret_was_agreed_upon_there_is_no_door()
    {
        await using var office = await Office.OpenAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await Jobs(office).PostAsync(EditionEndpoints.SweepAddress, new { about = "sweep" })).StatusCode);
    }

    private static Task<Office> OpenAsync() => Office.OpenAsync(("Edition:Secret", JobServer.Secret));

    private static JobServer Jobs(Office office, string secret = JobServer.Secret) => new(office.Stranger(), office.Services.GetRequiredService<TimeProvider>(), secret);

    private static void Forward(Office office, int workingDays) =>
        ((DemoClock)office.Services.GetRequiredService<TimeProvider>()).Forward(workingDays, office.Services.GetRequiredService<OfficeRules>().Calendar);
}
