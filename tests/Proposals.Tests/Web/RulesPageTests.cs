using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>Rules and calendars through their pages: shown before they hold, refused with the place, and never lost.</summary>
public sealed class RulesPageTests
{
    private const string Calendar = "/admin/calendar";
    private const string Import = "/admin/calendar/import";
    private const string Edit = "/admin/rules/edit";

    /// <summary>2027 as it might be announced.</summary>
    private const string List = "1月1日至3日\t元旦\t休\n2月5日至11日\t春节\t休\n2月14日\t春节\t班\n4月3日至5日\t清明节\t休\n5月1日至5日\t劳动节\t休\n6月9日\t端午节\t休\n9月15日\t中秋节\t休\n10月1日至7日\t国庆节\t休";

    [Fact]
    public async Task A_years_list_is_checked_shown_and_imported_and_the_next_page_knows_it()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var form = await PaperForm.OpenAsync(admin, Import);
        Assert.Equal("2027", form["Input.Year"]);
        var bad = await SendAsync(admin, form.With("Input.Text", "1月1日\t元旦\t休\n1月1日\t元旦\t休"), Import);
        Assert.Contains("第1行和第2行都写了2027年1月1日", bad, StringComparison.Ordinal);
        Assert.Contains("清单里没有春节放假的日子", bad, StringComparison.Ordinal);

        var shown = await SendAsync(admin, PaperForm.Read(bad).With("Input.Text", List), Import);
        Assert.Contains("确认导入2027年", shown, StringComparison.Ordinal);
        Assert.Equal(2026, await CoveredAsync(office));
        var confirm = PaperForm.Read(shown, "form[action*='Confirm']");
        var done = await SendAsync(admin, confirm, $"{Import}?handler=Confirm");
        Assert.Contains("已导入2027年放假安排", done, StringComparison.Ordinal);
        Assert.Contains("周一鸣", done, StringComparison.Ordinal);
        Assert.Equal(2027, await CoveredAsync(office));
        Assert.Contains("刚刚被修改过", await SendAsync(admin, confirm, $"{Import}?handler=Confirm"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_of_the_bureaus_own_is_entered_and_removed()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var form = PaperForm.Read(await admin.GetStringAsync(Calendar, Cancel), "form[action*='Own']");
        Assert.Contains("请填写", await SendAsync(admin, form, $"{Calendar}?handler=Own"), StringComparison.Ordinal);
        var page = await SendAsync(admin, form.With("Input.Date", "2026-12-09").With("Input.Name", "防雪停工"), $"{Calendar}?handler=Own");
        Assert.Contains("已登记2026年12月9日", page, StringComparison.Ordinal);
        Assert.Contains("防雪停工", page, StringComparison.Ordinal);
        Assert.DoesNotContain("防雪停工", await SendAsync(admin, PaperForm.Read(page, "form[action*='Remove']"), $"{Calendar}?handler=Remove"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_are_changed_in_the_offices_words_shown_published_and_a_case_is_moved()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var form = PaperForm.Read(await admin.GetStringAsync(Edit, Cancel), "form.rules-form");
        var reply = form.Fields.Single(field => field.Value == nameof(DeadlineKind.Reply) && field.Key.EndsWith(".Kind", StringComparison.Ordinal)).Key.Replace(".Kind", ".Text", StringComparison.Ordinal);
        Assert.Equal("3个月", form[reply]);
        var wrong = await SendAsync(admin, form.With(reply, "绕一圈"), Edit);
        Assert.Contains("“复函”的期限“绕一圈”读不懂", wrong, StringComparison.Ordinal);
        var preview = await SendAsync(admin, PaperForm.Read(wrong, "form.rules-form").With(reply, "80 个自然日"), Edit);
        Assert.Contains("80天", preview, StringComparison.Ordinal);
        Assert.Contains("变动期限", preview, StringComparison.Ordinal);

        var publish = PaperForm.Read(preview, "form[action*='Publish']");
        Assert.Contains("请填写修改说明", await SendAsync(admin, publish, $"{Edit}?handler=Publish"), StringComparison.Ordinal);
        foreach (var day in new[] { "", "2206-03-01", "1990-01-01" })
        {
            var asked = await SendAsync(admin, PaperForm.Read(preview, "form[action*='Publish']").With("Publish.Note", "按新办法修改").With("Publish.EffectiveFrom", day), $"{Edit}?handler=Publish");
            Assert.Contains("生效日期", asked, StringComparison.Ordinal);
            Assert.DoesNotContain("已启用", asked, StringComparison.Ordinal);
        }

        Assert.Contains("第2版已启用", await SendAsync(admin, publish.With("Publish.Note", "按新办法修改"), $"{Edit}?handler=Publish"), StringComparison.Ordinal);

        using var director = await office.AsAsync("yumin");
        var id = await office.ReadAsync(db => db.Cases.Where(subject => subject.CaseNumber == "12" && subject.HandlingYear == db.Cases.Max(known => known.HandlingYear)).Select(subject => subject.Id).SingleAsync());
        Assert.Contains($"/cases/{id}/rules", await director.GetStringAsync($"/cases/{id}", Cancel), StringComparison.Ordinal);
        var move = await PaperForm.OpenAsync(director, $"/cases/{id}/rules");
        Assert.Contains("3个月 改为 80天", move.Html, StringComparison.Ordinal);
        var moved = await SendAsync(director, move.With("Input.Reason", "新办法施行"), $"/cases/{id}/rules");
        Assert.DoesNotContain($"/cases/{id}/rules", moved, StringComparison.Ordinal);
        Assert.Equal(2, await office.ReadAsync(db => db.Cases.Where(subject => subject.Id == id).Select(subject => subject.RulesVersion).SingleAsync()));
        Assert.Contains("80天", await director.GetStringAsync($"/cases/{id}?tab=Deadlines", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exported_version_comes_back_as_the_same_and_a_broken_one_is_named()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var json = await admin.GetStringAsync("/admin/rules/1/export", Cancel);
        var same = await ImportAsync(admin, json);
        Assert.Contains("与最新版本相同", same, StringComparison.Ordinal);
        Assert.DoesNotContain("Publish.EffectiveFrom", same, StringComparison.Ordinal);
        Assert.Contains("绕了一圈", await ImportAsync(admin, json.Replace("\"CoOpinion\": \"1m\"", "\"CoOpinion\": \"CoOpinion-5d\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("读不懂", await ImportAsync(admin, "{ nonsense"), StringComparison.Ordinal);
        Assert.Equal(1, await office.WithAsync<OfficeRules, int>(rules => Task.FromResult(rules.Book.Versions.Count)));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<string> ImportAsync(HttpClient admin, string json) =>
        await SendAsync(admin, (await PaperForm.OpenAsync(admin, "/admin/rules/import")).With("Publish.Text", json), "/admin/rules/import");

    /// <summary>The page that a person sees after sending.</summary>
    private static async Task<string> SendAsync(HttpClient client, PaperForm form, string address)
    {
        using var answer = await form.SendAsync(client, address);
        return answer.Headers.Location is { } next ? await client.GetStringAsync(next, Cancel) : await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static Task<int> CoveredAsync(Office office) => office.WithAsync<OfficeRules, int>(rules => Task.FromResult(rules.Calendar.CoveredUntil.Year));
}
