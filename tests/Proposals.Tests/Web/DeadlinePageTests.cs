using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Proposals.Tests.Deadlines;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>期限与督办 as a browser is given it.</summary>
[Trait("Asks", "OneDatabase")]
public sealed partial class DeadlinePageTests(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task A_full_day_says_how_much_more_there_is_and_leads_to_all_of_it()
    {
        await using var own = await Office.OpenAsync();
        await OpenDeadlineTests.OweAsync(own, new DateOnly(2031, 5, 31), 13);
        using var clerk = await own.AsAsync("xujing");

        var month = await TextAsync(clerk, "/deadlines?month=2031-05&kind=FirstContact");
        Assert.Contains("本月到期13项", month, StringComparison.Ordinal);
        Assert.Contains("还有8项", month, StringComparison.Ordinal);
        Assert.Contains("2031年放假安排尚未导入", month, StringComparison.Ordinal);
        Assert.Contains("/deadlines?kind=FirstContact&month=2031-06", month, StringComparison.Ordinal);
        Assert.Contains("/deadlines?kind=FirstContact&month=2031-04", month, StringComparison.Ordinal);

        var day = More().Match(month).Groups["address"].Value;
        Assert.Equal("/deadlines/list?kind=FirstContact&from=2031-05-31&to=2031-05-31", day);
        Assert.Contains("共13项", await TextAsync(clerk, day), StringComparison.Ordinal);

        // The neighbouring month shows the day in its last week, and does not count it.
        var june = await TextAsync(clerk, "/deadlines?month=2031-06");
        Assert.Contains("本月到期0项", june, StringComparison.Ordinal);
        Assert.Contains("这个月没有到期的期限", june, StringComparison.Ordinal);
        Assert.Contains("还有8项", june, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_is_turned_page_by_page_and_keeps_its_filter()
    {
        await using var own = await Office.OpenAsync();
        await OpenDeadlineTests.OweAsync(own, new DateOnly(2031, 5, 31), 51);
        using var clerk = await own.AsAsync("xujing");
        var first = await TextAsync(clerk, "/deadlines/list?from=2031-05-01");
        Assert.Contains("共51项", first, StringComparison.Ordinal);
        var next = NextPage().Match(first).Groups["address"].Value;
        Assert.Contains("from=2031-05-01", next, StringComparison.Ordinal);
        var second = await TextAsync(clerk, next);
        Assert.Equal((50, 1), (Row().Count(first), Row().Count(second)));
        Assert.DoesNotContain("下一页", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xujing", true)]
    [InlineData("fangxiaolan", true)]
    [InlineData("duqing", true)]
    [InlineData("zhengning", false)]
    public async Task Only_who_sees_several_departments_is_asked_which(string userName, bool isAsked)
    {
        using var client = await office.AsAsync(userName);
        foreach (var page in new[] { "/deadlines", "/deadlines/list" })
            Assert.Equal(isAsked, (await TextAsync(client, page)).Contains("name=\"department\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Steps_are_shown_when_they_are_asked_for_and_never_else()
    {
        using var client = await office.AsAsync("xujing");
        var usual = Table().Match(await TextAsync(client, "/deadlines/list")).Value;
        Assert.Contains("法定期限", usual, StringComparison.Ordinal);
        Assert.DoesNotContain("环节期限", usual, StringComparison.Ordinal);
        Assert.DoesNotContain("复函最长期限", usual, StringComparison.Ordinal);
        Assert.Contains("环节期限", Table().Match(await TextAsync(client, "/deadlines/list?kind=Step")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_another_department_stands_on_no_page_of_mine()
    {
        var foreign = await office.ReadAsync(db => db.Cases.Where(known => known.CaseNumber == "27").Select(known => known.Id).SingleAsync(TestContext.Current.CancellationToken));
        using var clerk = await office.AsAsync("xujing");
        using var handler = await office.AsAsync("zhengning");
        Assert.Contains($"{foreign}", await TextAsync(clerk, "/deadlines/list"), StringComparison.Ordinal);
        var department = await office.ReadAsync(db => db.Departments.Where(known => known.Name == "商贸发展科").Select(known => known.Id).SingleAsync(TestContext.Current.CancellationToken));
        foreach (var page in new[] { "/deadlines", "/deadlines/list", $"/deadlines/list?department={department}", "/deadlines/list?light=Red" })
            Assert.DoesNotContain($"{foreign}", await TextAsync(handler, page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("month=2026-13")]
    [InlineData("month=9999-12")]
    [InlineData("month=1999-12")]
    [InlineData("month=")]
    [InlineData("person=nobody&department=none&light=Purple&kind=Never")]
    public async Task An_address_that_says_nothing_shows_the_present_month(string query)
    {
        using var client = await office.AsAsync("xujing");
        Assert.Contains("aria-current=\"date\"", await TextAsync(client, "/deadlines?" + query), StringComparison.Ordinal);
    }

    /// <summary>More would be no menu any more; and no entry leads where its person is refused.</summary>
    [Fact]
    public async Task Nobodys_menu_has_more_than_six_entries_and_the_admins_has_no_deadlines()
    {
        foreach (var userName in new[] { "xujing", "yumin", "zhengning", "wanghaitao", "fangxiaolan", "shenliqun", "duqing", "zhouyiming" })
        {
            using var client = await office.AsAsync(userName);
            var menu = TopMenu().Match(await TextAsync(client, "/password")).Value;
            Assert.InRange(Link().Count(menu), 1, 6);
            Assert.Equal(userName != "zhouyiming", menu.Contains("期限与督办", StringComparison.Ordinal));
        }
    }

    private static async Task<string> TextAsync(HttpClient client, string address)
    {
        var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("<a [^>]*class=\"owed-more\"[^>]*href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex More();

    [GeneratedRegex("href=\"(?<address>[^\"]+)\"[^>]*>下一页<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NextPage();

    [GeneratedRegex("<td [^>]*class=\"subject\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("<tbody.*</tbody>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();

    [GeneratedRegex("<nav [^>]*class=\"top-nav\".*?</nav>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TopMenu();

    [GeneratedRegex("<a ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
