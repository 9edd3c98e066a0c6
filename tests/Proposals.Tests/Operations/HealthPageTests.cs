using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Operations;

/// <summary>运行状况 as an admin sees it.</summary>
public sealed class HealthPageTests
{
    [Fact]
    public async Task An_admin_reads_a_finding_by_number_with_what_to_do_and_nothing_of_the_case()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        Assert.Contains("一切正常", await LookAsync(admin), StringComparison.Ordinal);
        var subject = await office.ReadAsync(db => db.Cases.AsNoTracking().Include(known => known.Proposers).SingleAsync(known => known.CaseNumber == "12"));
        await office.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE cases SET \"State\" = 'Archived' WHERE \"Id\" = {subject.Id.Value}", Cancel));

        var page = await LookAsync(admin);

        var finding = new HtmlParser().ParseDocument(page).QuerySelector(".finding")?.TextContent ?? "";
        Assert.Contains("第12号", finding, StringComparison.Ordinal);
        Assert.Contains("状态记为“已归档”，按事实应为", finding, StringComparison.Ordinal);
        Assert.Contains("怎么办：", finding, StringComparison.Ordinal);
        Assert.DoesNotContain(subject.Subject, page, StringComparison.Ordinal);
        Assert.DoesNotContain(subject.Proposers[0].Name, page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/cases/{subject.Id}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_open_cases_too_gets_to_the_case()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.ReadAsync(db => db.Cases.Where(known => known.CaseNumber == "12").Select(known => known.Id).SingleAsync());
        await office.ReadAsync(db => db.Users.Where(person => person.UserName == "xujing").ExecuteUpdateAsync(set => set.SetProperty(person => person.Duties, person => person.Duties | Proposals.People.Duty.Admin), Cancel));
        await office.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE cases SET \"State\" = 'Archived' WHERE \"Id\" = {id.Value}", Cancel));
        using var both = await office.AsAsync("xujing");

        Assert.Contains($"href=\"/cases/{id}\"", await LookAsync(both), StringComparison.Ordinal);
    }

    /// <summary>Looks anew; the demo's own messages have gone by then.</summary>
    private static async Task<string> LookAsync(HttpClient admin)
    {
        using var answer = await Office.PostAsync(admin, "/admin/health", []);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await admin.GetStringAsync("/admin/health", Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
