using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Proposals.Papers;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Papers;

/// <summary>Papers as the running product gives them out.</summary>
public sealed class PaperPageTests(Office office) : IClassFixture<Office>
{
    /// <summary>A case of 旅游科, closed long ago.</summary>
    private const string Tourism = "258";

    /// <summary>One that nobody has signed for.</summary>
    private const string New = "64";

    [Theory]
    [InlineData("reply", "复函")]
    [InlineData("form", "征询意见表")]
    [InlineData("sheet", "发文稿纸")]
    public async Task A_paper_is_saved_under_its_chinese_name(string paper, string name)
    {
        using var client = await office.AsAsync("zhengning");
        var answer = await GetAsync(client, Tourism, paper);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var disposition = answer.Content.Headers.ContentDisposition;
        Assert.Equal("attachment", disposition?.DispositionType);
        Assert.EndsWith($"第258号提案 {name}.docx", disposition?.FileNameStar, StringComparison.Ordinal);
        Assert.Contains("云澜区经贸旅游局", Printed.Open(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Whole, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(New, "reply")]
    [InlineData(New, "sheet")]
    [InlineData(Tourism, "opinion")]
    [InlineData(Tourism, "nothing")]
    [InlineData(Tourism, "9")]
    [InlineData(Tourism, "reply?round=7")]
    [InlineData(Tourism, "reply?round=x")]
    public async Task What_there_is_nothing_for_is_not_found(string number, string paper)
    {
        using var client = await office.AsAsync("xujing");
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, number, paper)).StatusCode);
    }

    [Fact]
    public async Task Another_departments_papers_are_not_found()
    {
        using var client = await office.AsAsync("heyue");
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, Tourism, "reply")).StatusCode);
    }

    [Fact]
    public async Task The_case_page_offers_the_papers_of_each_reply()
    {
        using var client = await office.AsAsync("xujing");
        var id = await IdAsync(Tourism);
        var page = await client.GetStringAsync($"/cases/{id}?tab=papers", TestContext.Current.CancellationToken);
        foreach (var paper in new[] { "reply", "form", "sheet" })
            Assert.Contains($"/cases/{id}/papers/{paper}?round=1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/papers/opinion", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_holds_what_the_page_shows()
    {
        using var client = await office.AsAsync("xujing");
        var (all, name) = await ExportAsync(client, "");
        Assert.EndsWith(".xlsx", name, StringComparison.Ordinal);
        Assert.Contains("办理台账", name, StringComparison.Ordinal);
        var year = await office.ReadAsync(db => db.Cases.MaxAsync(subject => subject.HandlingYear));
        Assert.Equal(await office.ReadAsync(db => db.Cases.Where(subject => subject.HandlingYear == year).Select(subject => subject.CaseNumber).OrderBy(number => number).ToListAsync()), Column(all, "案号").Order());
        Assert.Equal("3", Column(all, "提出人数")[Column(all, "案号").ToList().IndexOf("12")]);

        var (suggestions, _) = await ExportAsync(client, "?kind=Suggestion&text=%E5%A4%9C%E5%B8%82");
        Assert.Equal(["12"], Column(suggestions, "案号"));
        Assert.Contains("href=\"/cases/export?year=", await client.GetStringAsync("/cases?kind=Suggestion", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_holds_only_what_its_reader_may_see()
    {
        using var client = await office.AsAsync("zhengning");
        var numbers = Column((await ExportAsync(client, "")).Sheet, "案号");
        Assert.Contains(Tourism, numbers);
        Assert.DoesNotContain("27", numbers);
    }

    [Fact]
    public async Task The_export_is_chinese_for_an_english_reader_too()
    {
        using var client = await office.AsAsync("xujing");
        Assert.Contains("办理中", Column((await ExportAsync(client, "?ui-culture=en&culture=en")).Sheet, "状态"));
    }

    private static async Task<(Worksheet Sheet, string Name)> ExportAsync(HttpClient client, string query)
    {
        var answer = await client.GetAsync("/cases/export" + query, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var file = SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), isEditable: false);
        Printed.Valid(file);
        return ((Worksheet)(file.WorkbookPart?.WorksheetParts.Single().Worksheet ?? throw new InvalidOperationException("The workbook has no sheet.")).CloneNode(deep: true),
            answer.Content.Headers.ContentDisposition?.FileNameStar ?? "");
    }

    private static IReadOnlyList<string> Column(Worksheet sheet, string heading)
    {
        var index = LedgerWorkbook.Headings.ToList().IndexOf(heading);
        return [.. sheet.Descendants<Row>().Skip(1).Select(row => row.Elements<Cell>().ElementAt(index).InnerText)];
    }

    private async Task<HttpResponseMessage> GetAsync(HttpClient client, string number, string paper) =>
        await client.GetAsync($"/cases/{await IdAsync(number)}/papers/{paper}", TestContext.Current.CancellationToken);

    private Task<Proposals.Handling.CaseId> IdAsync(string number) => office.ReadAsync(db => db.Cases.Where(subject => subject.CaseNumber == number).Select(subject => subject.Id).SingleAsync());
}
