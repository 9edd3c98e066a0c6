using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Proposals.Tests.Intake.Lists;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>导入交办清单 as the clerk does it.</summary>
[Trait("Asks", "OneDatabase")]
public sealed class ImportPageTests
{
    private const string Import = "/cases/import";
    private const string Confirm = "/cases/import?handler=Confirm";
    private const string Counts = "共60行，属于本局7行：新登记7件，已登记0件，有问题0行。";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_and_the_same_table_pasted_show_the_same_preview_and_store_nothing()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var before = await CasesAsync(office);
        var sample = new SampleList();

        var pages = new[] { await UploadAsync(clerk, sample.Workbook()), await UploadAsync(clerk, sample.Gb18030()), await PasteAsync(clerk, sample.Pasted()) };

        Assert.All(pages, page => Assert.Contains(Counts, page, StringComparison.Ordinal));
        Assert.Equal(Rows(pages[0]), Rows(pages[1]));
        Assert.Equal(Rows(pages[0]), Rows(pages[2]));
        Assert.Contains("区公安分局（会办）、区城管局（会办）", pages[0], StringComparison.Ordinal);
        Assert.Contains("处空白按合并单元格沿用了上一行的内容", pages[2], StringComparison.Ordinal);
        Assert.Equal(before, await CasesAsync(office));
        Assert.False(await office.ReadAsync(db => db.ImportMappings.AnyAsync(Cancel)));
    }

    [Fact]
    public async Task Confirmed_rows_are_in_the_ledger_and_a_second_confirmation_or_import_adds_nothing()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var before = await CasesAsync(office);
        var preview = PaperForm.Read(await PasteAsync(clerk, Ours(3))).With("Input.IsNotClassified", "true");

        Assert.Equal(HttpStatusCode.Redirect, (await preview.SendAsync(clerk, Confirm)).StatusCode);
        Assert.Equal(before + 3, await CasesAsync(office));
        Assert.Contains("已登记并签收3件，请拟办。", await clerk.GetStringAsync("/cases", Cancel), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await preview.SendAsync(clerk, Confirm)).StatusCode);
        Assert.Contains("清单里的办件都已登记，没有新增。", await clerk.GetStringAsync("/cases", Cancel), StringComparison.Ordinal);
        Assert.Equal(before + 3, await CasesAsync(office));

        var again = await PasteAsync(clerk, Ours(3).Replace("关于第2件事", "关于另一件事", StringComparison.Ordinal));
        Assert.Contains("新登记0件，已登记3件", again, StringComparison.Ordinal);
        Assert.Contains($"第4行：案号“9002”已登记（{Proposals.Web.Face.DateText.InSentence(Today)}，许婧），将跳过。", again, StringComparison.Ordinal);
        Assert.Contains("已登记的标题是“关于第2件事的建议”，请核对。", again, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.IsNotClassified", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_refused_is_listed_with_its_reason_and_can_be_confirmed_again()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var before = await CasesAsync(office);
        var list = Ours(2) + "9009\t关于第9件事的建议\t沈月\t区经贸旅游局\t2026-01-05\n";
        var preview = PaperForm.Read(await PasteAsync(clerk, list))
            .With("Input.IsNotClassified", "true").With("Input.ReceivedOn", "2026-01-04").With("Input.AlsoReceive", "true");

        var answer = await preview.SendAsync(clerk, Confirm);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("已登记0件，3件没有登记，原因写在各行里。", page, StringComparison.Ordinal);
        Assert.Contains("第5行：", page, StringComparison.Ordinal);
        Assert.Equal(before, await CasesAsync(office));

        var mended = PaperForm.Read(page).With("Input.IsNotClassified", "true").With("Input.ReceivedOn", "2026-01-06");
        Assert.Equal(HttpStatusCode.Redirect, (await mended.SendAsync(clerk, Confirm)).StatusCode);
        Assert.Equal(before + 3, await CasesAsync(office));
    }

    [Fact]
    public async Task Nothing_is_registered_before_the_clerk_says_that_nothing_is_classified()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var before = await CasesAsync(office);
        var answer = await PaperForm.Read(await PasteAsync(clerk, Ours(2))).SendAsync(clerk, Confirm);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("本系统不得录入涉密内容", page, StringComparison.Ordinal);
        Assert.Contains("新登记2件", page, StringComparison.Ordinal);
        Assert.Equal(before, await CasesAsync(office));
    }

    [Fact]
    public async Task A_corrected_column_changes_the_preview_and_is_remembered_at_confirmation()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var list = Ours(2).Replace("案由", "事项", StringComparison.Ordinal);
        var page = await PasteAsync(clerk, list);
        Assert.Contains("有问题2行", page, StringComparison.Ordinal);
        Assert.Contains("第3行：请填写标题。", page, StringComparison.Ordinal);

        var corrected = await PaperForm.Read(page).With("Input.Columns[1]", "Subject").SendAsync(clerk, Import);
        page = await corrected.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("新登记2件，已登记0件，有问题0行", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await PaperForm.Read(page).With("Input.IsNotClassified", "true").SendAsync(clerk, Confirm)).StatusCode);
        Assert.Contains("新登记2件", await PasteAsync(clerk, list.Replace("900", "901", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_bad_row_is_told_by_row_and_column_beside_the_good_ones()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var page = await PasteAsync(clerk, Ours(1) + """
            	没有案号的建议	沈月	区经贸旅游局	2026-01-05
            9001	同一个案号	沈月	区经贸旅游局	2026-01-05
            9003	日期不对的建议	沈月	区经贸旅游局	2026-02-30
            9004	还没到的建议	沈月	区经贸旅游局	2099-01-01

            """);
        Assert.Contains("属于本局5行：新登记1件，已登记0件，有问题4行。", page, StringComparison.Ordinal);
        Assert.Contains("第4行“编号”：请填写案号。", page, StringComparison.Ordinal);
        Assert.Contains("第5行“编号”：案号“9001”在第3行已经出现过。", page, StringComparison.Ordinal);
        Assert.Contains("第6行“交办日期”：“2026-02-30”不是能确定的日期", page, StringComparison.Ordinal);
        Assert.Contains("第7行“交办日期”：2099年1月1日还没有到", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("old .xls", "这是 .xls 旧格式文件。", "请在 WPS 或 Excel 中另存为 .xlsx 后再导入，或直接复制表格粘贴。")]
    [InlineData("50 MB", "文件超过5 MB", "")]
    [InlineData("under a password", "文件设有打开密码", "")]
    [InlineData("macros", "文件里带有宏", "")]
    [InlineData("half a workbook", "文件已损坏或不完整", "")]
    [InlineData("sheet that unpacks to 100 MB", "文件解开后大得不正常", "")]
    [InlineData("empty", "没有读到表格内容", "")]
    public async Task A_file_that_cannot_be_read_is_answered_with_a_sentence(string name, string what, string whatToDo)
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var page = await UploadAsync(clerk, HostileFiles.All[name].Make());
        Assert.Contains(what, page, StringComparison.Ordinal);
        Assert.Contains(whatToDo, page, StringComparison.Ordinal);
        Assert.False(await office.ReadAsync(db => db.Files.AnyAsync(file => file.Name == "清单.xlsx", Cancel)));
    }

    [Fact]
    public async Task A_workbook_with_two_lists_is_imported_sheet_by_sheet()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var reading = Proposals.Intake.Lists.ListFile.ReadPasted(Ours(2)).Sheets[0];
        var two = Proposals.Intake.Lists.TravelText.Write([reading with { Name = "建议" }, reading with { Name = "提案", Rows = [.. reading.Rows.Take(3)] }]);
        var page = await PaperForm.Read(await PasteAsync(clerk, Ours(1))).With("Input.Travelled", two).SendAsync(clerk, Import);
        var first = PaperForm.Read(await page.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("新登记2件", first.Html, StringComparison.Ordinal);
        var second = await (await first.With("Input.Sheet", "1").SendAsync(clerk, Import)).Content.ReadAsStringAsync(Cancel);
        Assert.Contains("新登记1件", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Travelled", "■1")]
    [InlineData("Input.Columns[0]", "Nonsense")]
    [InlineData("Input.Term", "abc")]
    [InlineData("Input.Sender", "")]
    [InlineData("Input.AssignedOn", "yesterday")]
    [InlineData("Input.Key", "no key")]
    public async Task A_form_that_was_tampered_with_is_shown_again_and_registers_nothing(string field, string value)
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var before = await CasesAsync(office);
        var form = PaperForm.Read(await PasteAsync(clerk, Ours(1))).With("Input.IsNotClassified", "true").With(field, value);
        Assert.Equal(HttpStatusCode.OK, (await form.SendAsync(clerk, Import)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await form.SendAsync(clerk, Confirm)).StatusCode);
        Assert.Equal(before, await CasesAsync(office));
    }

    [Theory]
    [InlineData("Input.Sheet", "77")]
    [InlineData("Input.Columns[60]", "Number")]
    [InlineData("Input.Key", "00000000-0000-0000-0000-000000000000")]
    public async Task A_field_that_points_nowhere_changes_nothing_of_what_is_registered(string field, string value)
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var before = await CasesAsync(office);
        var form = PaperForm.Read(await PasteAsync(clerk, Ours(1))).With("Input.IsNotClassified", "true").With(field, value);
        Assert.Equal(HttpStatusCode.Redirect, (await form.SendAsync(clerk, Confirm)).StatusCode);
        Assert.Equal(before + 1, await CasesAsync(office));
    }

    [Fact]
    public async Task What_was_ticked_is_still_ticked_after_columns_under_which_no_row_was_new()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var first = PaperForm.Read(await PasteAsync(clerk, Ours(2))).With("Input.IsNotClassified", "true").With("Input.ReceivedOn", "2026-01-06");
        var without = PaperForm.Read(await TextAsync(await first.With("Input.Columns[1]", "").SendAsync(clerk, Import)));
        Assert.Contains("新登记0件", without.Html, StringComparison.Ordinal);
        var again = PaperForm.Read(await TextAsync(await without.With("Input.Columns[1]", "Subject").SendAsync(clerk, Import)));
        Assert.Contains("新登记2件", again.Html, StringComparison.Ordinal);
        Assert.Equal(("true", "true", "2026-01-06"), (again["Input.IsNotClassified"], again["Input.AlsoReceive"], again["Input.ReceivedOn"]));
    }

    [Fact]
    public async Task Without_a_sender_the_preview_says_so_in_its_place_and_comes_back_with_one()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var cleared = PaperForm.Read(await TextAsync(await PaperForm.Read(await PasteAsync(clerk, Ours(1))).With("Input.Sender", "").SendAsync(clerk, Import)));
        var place = new HtmlParser().ParseDocument(cleared.Html).QuerySelector("#import-preview");
        Assert.Contains("请填写交办单位", place?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Contains("新登记1件", await TextAsync(await cleared.With("Input.Sender", "区政府督查室").SendAsync(clerk, Import)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("区人大建议交办清单\n交办单位：区人大常委会代表工委　交办日期：2026年1月6日", "区人大常委会代表工委", "2026-01-06")]
    [InlineData("区十六届人大五次会议代表建议", "区人大常委会代表工委", null)]
    [InlineData("区政协十五届五次会议提案（交办日期：2026年1月6日）", "区政协提案委", "2026-01-06")]
    [InlineData("建议、提案交办清单", "", null)]
    public async Task Sender_and_day_come_from_the_lists_title_and_what_is_typed_holds(string title, string sender, string? day)
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var list = title + "\n编号\t案由\t主办单位\t提出人\n9001\t关于第1件事\t区经贸旅游局\t沈月\n";
        var form = PaperForm.Read(await TextAsync(await (await PaperForm.OpenAsync(clerk, Import)).With("Input.Pasted", list).SendAsync(clerk, Import)));
        Assert.Equal((sender, day ?? Proposals.Web.Face.DateText.InTable(Today)), (form["Input.Sender"], form["Input.AssignedOn"]));

        var typed = await TextAsync(await form.With("Input.Sender", "区政府督查室").With("Input.AssignedOn", "2026-01-03").With("Input.Kind", "Suggestion").With("Input.Term", "16").With("Input.Session", "5").SendAsync(clerk, Import));
        Assert.Contains("2026-01-03", Rows(typed), StringComparison.Ordinal);
        Assert.Equal("区政府督查室", PaperForm.Read(typed)["Input.Sender"]);
    }

    [Fact]
    public async Task Another_sheet_brings_its_own_sender_and_day()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var book = Workbooks.Of(
            ("建议", "区十六届人大五次会议代表建议（交办日期：2026年1月6日）\n编号\t案由\t主办单位\t代表\n9001\t关于第1件事\t区经贸旅游局\t沈月"),
            ("提案", "区政协十五届五次会议提案（交办日期：2026年1月7日）\n编号\t案由\t主办单位\t提案人\n9001\t关于第1件事\t区经贸旅游局\t沈月"));
        var first = PaperForm.Read(await TextAsync(await (await PaperForm.OpenAsync(clerk, Import)).WithFile("Input.Upload", "清单.xlsx", book).SendAsync(clerk, Import)));
        Assert.Equal(("区人大常委会代表工委", "2026-01-06"), (first["Input.Sender"], first["Input.AssignedOn"]));
        var second = PaperForm.Read(await TextAsync(await first.With("Input.Sheet", "1").SendAsync(clerk, Import)));
        Assert.Equal(("区政协提案委", "2026-01-07"), (second["Input.Sender"], second["Input.AssignedOn"]));
    }

    private static DateOnly Today => Proposals.Deadlines.OfficeClock.Day(TimeProvider.System.GetUtcNow());

    private static string Ours(int items) =>
        "区十六届人大五次会议代表建议\n编号\t案由\t代表\t主办单位\t交办日期\n" + string.Concat(Enumerable.Range(1, items).Select(number => $"{9000 + number}\t关于第{number}件事的建议\t沈月\t区经贸旅游局\t2026-01-05\n"));

    private static async Task<string> UploadAsync(HttpClient clerk, byte[] bytes)
    {
        var answer = await (await PaperForm.OpenAsync(clerk, Import)).With("Input.Sender", "区人大常委会代表工委").WithFile("Input.Upload", "清单.xlsx", bytes).SendAsync(clerk, Import);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static async Task<string> PasteAsync(HttpClient clerk, string text)
    {
        var answer = await (await PaperForm.OpenAsync(clerk, Import)).With("Input.Sender", "区人大常委会代表工委").With("Input.Pasted", text).SendAsync(clerk, Import);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static string Rows(string html) => new HtmlParser().ParseDocument(html).QuerySelector(".import-rows")?.TextContent ?? throw new InvalidOperationException("No rows:\n" + html);

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Cancel);

    private static Task<int> CasesAsync(Office office) => office.ReadAsync(db => db.Cases.CountAsync(Cancel));
}
