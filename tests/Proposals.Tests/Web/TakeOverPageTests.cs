using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Proposals.Tests.Intake.Lists;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

public sealed class TakeOverPageTests
{
    private const string Page = "/cases/take-over";

    private const string Ledger = "案号\t届次\t案由\t提案人\t交办单位\t交办日期\t签收日期\t科室\t经办人\t备用列\n"
        + "801\t区政协十五届四次会议\t关于甲事项的提案\t陈启明\t区政协提案委\t2026-03-17\t2026-03-18\t旅游科\t郑宁\tx\n"
        + "802\t区政协十五届四次会议\t<b>乙</b>\t陈启明\t区政协提案委\t2026-03-17\t2026-03-10\t旅游科\t郑宁\tx\n";

    [Fact]
    public async Task A_pasted_ledger_is_shown_then_taken_over_and_the_bad_row_says_where()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var before = await CountAsync(office);
        var unticked = await TextAsync(await (await PaperForm.OpenAsync(clerk, Page)).With("Input.Text", Ledger).SendAsync(clerk, Page));
        Assert.Contains("请确认表中各件均不涉密", unticked, StringComparison.Ordinal);

        var preview = await TextAsync(await (await PaperForm.OpenAsync(clerk, Page + "?year=2026")).With("Input.Text", Ledger).With("Input.IsNotClassified", "true").SendAsync(clerk, Page));
        Assert.Contains("可以接管1件", preview, StringComparison.Ordinal);
        Assert.Contains("第3行“签收日期”", preview, StringComparison.Ordinal);
        Assert.Contains("这些列没有用到：备用列", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>乙</b>", preview, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync(office));

        var form = PaperForm.Read(preview);
        var taken = await TextAsync(await form.SendAsync(clerk, Page + "?handler=Confirm"));
        Assert.Contains("已接管1件", taken, StringComparison.Ordinal);
        Assert.Equal(before + 1, await CountAsync(office));
        var left = new HtmlParser().ParseDocument(taken).QuerySelector("textarea")?.TextContent ?? "";
        Assert.Contains("802\t区政协十五届四次会议\t<b>乙</b>", left, StringComparison.Ordinal);
        Assert.Contains("已接管1件", await TextAsync(await form.SendAsync(clerk, Page + "?handler=Confirm")), StringComparison.Ordinal);
        Assert.Equal(before + 1, await CountAsync(office));

        var again = await TextAsync(await (await PaperForm.OpenAsync(clerk, Page + "?year=2026")).With("Input.Text", Ledger).With("Input.IsNotClassified", "true").SendAsync(clerk, Page));
        Assert.Contains("可以接管0件", again, StringComparison.Ordinal);
        Assert.Contains("已登记", again, StringComparison.Ordinal);
        var id = await office.ReadAsync(db => db.Cases.Where(subject => subject.CaseNumber == "801").Select(subject => subject.Id).SingleAsync());
        Assert.Contains("许婧 代录", await clerk.GetStringAsync($"/cases/{id}?tab=Trail", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_sheet_of_a_workbook_is_offered_and_a_column_means_what_is_chosen()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        const string Head = "案号\t届次\t案由\t提案人\t交办单位\t交办日期\t落实科室\t经办人\n";
        const string Row = "\t区政协十五届四次会议\t关于甲事项的提案\t陈启明\t区政协提案委\t2026-03-17\t旅游科\t郑宁";
        var book = Workbooks.Of(("提案", Head + "811" + Row), ("补充", Head + "821" + Row + "\n822" + Row));
        var first = PaperForm.Read(await TextAsync(await (await PaperForm.OpenAsync(clerk, Page + "?year=2026")).WithFile("Input.Upload", "台账.xlsx", book).With("Input.IsNotClassified", "true").SendAsync(clerk, Page)));
        Assert.Contains("文件里有2张表像台账", first.Html, StringComparison.Ordinal);
        Assert.Contains("先接到“待签收”", first.Html, StringComparison.Ordinal);

        var second = PaperForm.Read(await TextAsync(await first.With("Input.Sheet", "1").SendAsync(clerk, Page + "?handler=Again")));
        Assert.Contains("共读到2行", second.Html, StringComparison.Ordinal);
        var chosen = PaperForm.Read(await TextAsync(await second.With("Input.Columns[6]", "Department").SendAsync(clerk, Page + "?handler=Again")));
        Assert.Contains("可以接管2件", chosen.Html, StringComparison.Ordinal);
        Assert.Contains("已接管2件", await TextAsync(await chosen.SendAsync(clerk, Page + "?handler=Confirm")), StringComparison.Ordinal);
        Assert.Equal(2, await office.ReadAsync(db => db.Cases.CountAsync(subject => (subject.CaseNumber == "821" || subject.CaseNumber == "822") && subject.HandlerId != null)));
    }

    [Fact]
    public async Task A_row_with_a_problem_is_taken_as_far_as_is_sure_where_it_is_ticked()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var preview = PaperForm.Read(await TextAsync(await (await PaperForm.OpenAsync(clerk, Page + "?year=2026")).With("Input.Text", Ledger).With("Input.IsNotClassified", "true").SendAsync(clerk, Page)));
        Assert.Contains("先接到“待签收”，不含签收日期、科室、经办人", preview.Html, StringComparison.Ordinal);
        var taken = await TextAsync(await preview.With("Input.Partly", "3").SendAsync(clerk, Page + "?handler=Confirm"));
        Assert.Contains("已接管2件", taken, StringComparison.Ordinal);
        Assert.Contains("没有接管：签收日期、科室、经办人。", taken, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Sheet", "-7")]
    [InlineData("Input.ColumnsOf", "99")]
    [InlineData("Input.Columns[3]", "Nonsense")]
    [InlineData("Input.Columns[900]", "Number")]
    [InlineData("Input.Partly", "x")]
    [InlineData("Input.Partly", "-5")]
    [InlineData("Key", "x")]
    public async Task A_form_that_was_tampered_with_never_breaks(string field, string value)
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var preview = PaperForm.Read(await TextAsync(await (await PaperForm.OpenAsync(clerk, Page + "?year=2026")).With("Input.Text", Ledger).With("Input.IsNotClassified", "true").SendAsync(clerk, Page))).With(field, value);
        foreach (var handler in new[] { "Again", "Confirm" })
            Assert.Equal(HttpStatusCode.OK, (await preview.SendAsync(clerk, $"{Page}?handler={handler}")).StatusCode);
    }

    [Fact]
    public async Task Every_list_of_people_in_a_workbook_is_offered()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        const string page = "/admin/people/paste";
        var book = Workbooks.Of(("说明", "请逐张填写"), ("旅游科", "姓名\t科室\t职务\n石磊\t旅游科\t科员"), ("办公室", "姓名\t科室\t职务\n陆平\t办公室\t科员\n钱英\t办公室\t科员"));
        var first = PaperForm.Read(await TextAsync(await (await PaperForm.OpenAsync(admin, page)).WithFile("Upload", "名单.xlsx", book).SendAsync(admin, page)));
        Assert.Contains("文件里有2张名单", first.Html, StringComparison.Ordinal);
        Assert.Contains("将新建0个科室、1个账号", first.Html, StringComparison.Ordinal);
        var second = PaperForm.Read(await TextAsync(await first.With("At", "1").SendAsync(admin, page + "?handler=Sheet")));
        Assert.Contains("将新建0个科室、2个账号", second.Html, StringComparison.Ordinal);
        await second.SendAsync(admin, page + "?handler=Confirm");
        Assert.Equal((0, 2), (await office.ReadAsync(db => db.Users.CountAsync(person => person.DisplayName == "石磊")), await office.ReadAsync(db => db.Users.CountAsync(person => person.DisplayName == "陆平" || person.DisplayName == "钱英"))));
    }

    [Fact]
    public async Task What_is_no_table_is_refused_in_a_sentence()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        foreach (var text in new[] { "", "<html><table></table></html>" })
        {
            var answer = await (await PaperForm.OpenAsync(clerk, Page)).With("Input.Text", text).With("Input.IsNotClassified", "true").SendAsync(clerk, Page);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.NotNull(new HtmlParser().ParseDocument(await TextAsync(answer)).QuerySelector(".refusal"));
        }

        var forged = await (await PaperForm.OpenAsync(clerk, Page)).With("Input.Kept", "no such table").With("Input.IsNotClassified", "true").SendAsync(clerk, Page + "?handler=Confirm");
        Assert.Equal(HttpStatusCode.OK, forged.StatusCode);
        Assert.Contains("class=\"refusal\"", await TextAsync(forged), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_makes_accounts_from_one_table_and_sees_their_passwords_once()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        const string page = "/admin/people/paste";
        var preview = await TextAsync(await (await PaperForm.OpenAsync(admin, page)).With("Text", "姓名\t科室\t职务\t身份\n石磊\t旅游科\t科员\t经办人").SendAsync(admin, page));
        Assert.Contains("将新建0个科室、1个账号", preview, StringComparison.Ordinal);
        Assert.False(await office.ReadAsync(db => db.Users.AnyAsync(person => person.DisplayName == "石磊")));
        var made = await TextAsync(await PaperForm.Read(preview).SendAsync(admin, page + "?handler=Confirm"));
        var password = new HtmlParser().ParseDocument(made).QuerySelector("code.one-time")?.TextContent ?? "";

        using var newcomer = office.Stranger();
        var answer = await Office.PostAsync(newcomer, "/sign-in", new() { ["Input.UserName"] = "石磊", ["Input.Password"] = password, ["userName"] = "石磊", ["password"] = password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task The_first_starts_page_shows_three_steps_and_no_case()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var html = await admin.GetStringAsync("/setup", TestContext.Current.CancellationToken);
        Assert.Equal(3, new HtmlParser().ParseDocument(html).QuerySelectorAll(".setup-steps > li").Length);
        Assert.Contains("云澜区经贸旅游局", html, StringComparison.Ordinal);
        Assert.DoesNotContain("夜市", html, StringComparison.Ordinal);
        Assert.Contains("2027年放假安排尚未随系统提供", html, StringComparison.Ordinal);
        var saved = await Office.PostAsync(admin, "/admin/bureau", new() { ["Input.Name"] = "云澜区文旅局", ["Input.ShortNames"] = "区文旅局\r\n文旅局" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("区文旅局\n文旅局", await office.ReadAsync(db => db.Bureau.Select(settings => settings.ShortNames).SingleAsync()));
        Assert.Contains("云澜区文旅局", await admin.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Task<int> CountAsync(Office office) => office.ReadAsync(db => db.Cases.CountAsync());

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
