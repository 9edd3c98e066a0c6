using System.Net;
using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.People;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

public sealed class PeoplePageTests
{
    [Fact]
    public async Task An_admin_cannot_give_somebody_both_keys()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var page = $"/admin/people/{await office.PersonAsync("heyue")}";
        var token = Office.TokenOf(await admin.GetStringAsync(page, TestContext.Current.CancellationToken));
        using var both = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", token), new("Input.DisplayName", "何悦二"), new("Input.Duties", "Handler"), new("Input.Duties", "Admin"),
        ]);
        var answer = await (await admin.PostAsync(page, both, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("系统管理员不能同时承担办件职责", answer, StringComparison.Ordinal);
        Assert.Contains("何悦二", answer, StringComparison.Ordinal);
        Assert.Equal(Duty.Handler, await DutiesAsync(office, "heyue"));
    }

    [Fact]
    public async Task An_admin_cannot_change_his_own_duties()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var page = $"/admin/people/{await office.PersonAsync("zhouyiming")}";
        var answer = await Office.PostAsync(admin, page, new() { ["Input.DisplayName"] = "周一鸣", ["Input.Duties"] = "OfficeDirector" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Duty.Admin, await DutiesAsync(office, "zhouyiming"));
    }

    [Fact]
    public async Task Somebody_who_is_still_needed_is_not_disabled()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var page = $"/admin/people/{await office.PersonAsync("zhengning")}";
        var answer = await Office.PostAsync(admin, page, [], page + "?handler=Disable");
        Assert.Contains("不能停用", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(await office.ReadAsync(db => db.Users.Where(person => person.UserName == "zhengning").Select(person => person.IsDisabled).SingleAsync()));
    }

    [Fact]
    public async Task The_demos_clock_moves_by_working_days_keeps_its_visitor_and_leads_back()
    {
        await using var office = await Office.OpenAsync();
        using var client = await office.AsAsync("duqing");
        foreach (var (returnUrl, back) in new[] { ("/password", "/password"), ("https://elsewhere.example/", "/"), ("//elsewhere.example", "/") })
        {
            var answer = await Office.PostAsync(client, "/password", new() { ["days"] = "5", ["returnUrl"] = returnUrl }, "/demo/clock");
            Assert.Equal(back, answer.Headers.Location?.OriginalString);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
        var clock = await office.WithAsync<TimeProvider, TimeProvider>(Task.FromResult);
        var rules = await office.WithAsync<OfficeRules, OfficeRules>(Task.FromResult);
        Assert.Equal(rules.Calendar.WorkingDaysFrom(OfficeClock.Day(TimeProvider.System.GetUtcNow()), 15), OfficeClock.Day(clock.GetUtcNow()));
        Assert.Equal(HttpStatusCode.NotFound, (await Office.PostAsync(client, "/password", new() { ["days"] = "-5" }, "/demo/clock")).StatusCode);
    }

    private static Task<Duty> DutiesAsync(Office office, string userName) =>
        office.ReadAsync(db => db.Users.Where(person => person.UserName == userName).Select(person => person.Duties).SingleAsync());
}
