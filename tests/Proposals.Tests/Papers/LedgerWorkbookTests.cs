using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Proposals.Papers;

namespace Proposals.Tests.Papers;

[Trait("Asks", "NoDatabase")]
public sealed class LedgerWorkbookTests
{
    [Fact]
    public async Task The_heading_row_stays_in_sight()
    {
        var sheet = await WriteAsync(Samples.Line());
        Assert.Equal(LedgerWorkbook.Headings, Texts(sheet, 0));
        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((1d, PaneStateValues.Frozen), (pane.VerticalSplit?.Value ?? 0, pane.State?.Value));
        Assert.Equal(LedgerWorkbook.Headings.Count, sheet.Descendants<Column>().Count());
        Assert.All(["案号", "届次", "类型", "标题", "交办日期", "领衔代表/第一提案人", "办理期限", "办复日期", "交办单位", "办理方式", "结果类别", "承办科室", "经办人", "状态"], heading => Assert.Contains(heading, LedgerWorkbook.Headings));
    }

    [Fact]
    public async Task A_date_is_a_date_and_a_missing_one_is_empty()
    {
        var sheet = await WriteAsync(Samples.Line() with { RepliedOn = null });
        var (due, replied) = (CellOf(sheet, 1, "办理期限"), CellOf(sheet, 1, "办复日期"));
        Assert.Equal(new DateTime(2025, 6, 17), DateTime.FromOADate(double.Parse(due.CellValue?.Text ?? "")));
        Assert.Equal(LedgerDateLook(sheet), due.StyleIndex?.Value);
        Assert.Null(replied.CellValue);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86 571")]
    [InlineData("-2号路改造")]
    [InlineData("关于增设(公共)停车位的建议")]
    public async Task What_looks_like_a_formula_is_text(string subject)
    {
        var sheet = await WriteAsync(Samples.Line(subject));
        var cell = CellOf(sheet, 1, "标题");
        Assert.Equal(CellValues.InlineString, cell.DataType?.Value);
        Assert.Equal(subject, cell.InnerText);
        Assert.Empty(sheet.Descendants<CellFormula>());
    }

    /// <summary>Saved as .csv, a text is no longer known as one.</summary>
    [Theory]
    [InlineData("@SUM(A1)")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")")]
    [InlineData("\t=cmd|'/c calc'!A0")]
    [InlineData("-1+cmd|' /c calc'!A0")]
    [InlineData("＝HYPERLINK(\"http://x\")")]
    public async Task What_would_call_something_does_not_begin_as_a_formula(string subject)
    {
        var cell = CellOf(await WriteAsync(Samples.Line(subject)), 1, "标题");
        Assert.Equal("'" + subject.Trim(), cell.InnerText);
        Assert.Equal(CellValues.InlineString, cell.DataType?.Value);
    }

    [Fact]
    public async Task Whatever_people_typed_the_file_stays_valid()
    {
        var sheet = await WriteAsync(Samples.Line(Samples.Hostile + new string('长', 40_000)) with { Number = "_x0041_", LeadProposer = Samples.Hostile });
        Assert.Equal(32_767, CellOf(sheet, 1, "标题").InnerText.Length);
        Assert.Equal("_x005F_x0041_", CellOf(sheet, 1, "案号").InnerText);
        Assert.Contains("😀", CellOf(sheet, 1, "领衔代表/第一提案人").InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_ledger_has_its_headings() => Assert.Single((await WriteAsync()).Descendants<Row>());

    [Fact]
    public async Task A_long_ledger_is_asked_for_line_by_line()
    {
        var most = 0L;
        var written = new CountingStream(new MemoryStream());
        async IAsyncEnumerable<LedgerLine> Lines()
        {
            for (var number = 0; number < 3000; number++)
            {
                await Task.Yield();
                most = Math.Max(most, written.Written);
                yield return Samples.Line($"第{number}件 {Guid.NewGuid()}");
            }
        }

        await LedgerWorkbook.WriteAsync(written, Lines(), TestContext.Current.CancellationToken);
        // Most of it had left before the last line was read: nothing collects the whole.
        Assert.InRange(most, written.Written / 2, written.Written);
    }

    private static async Task<Worksheet> WriteAsync(params LedgerLine[] lines)
    {
        var memory = new MemoryStream();
        await LedgerWorkbook.WriteAsync(memory, lines.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        using var file = SpreadsheetDocument.Open(new MemoryStream(memory.ToArray()), isEditable: false);
        Printed.Valid(file);
        return (Worksheet)(file.WorkbookPart?.WorksheetParts.Single().Worksheet ?? throw new InvalidOperationException("The workbook has no sheet.")).CloneNode(deep: true);
    }

    private static IReadOnlyList<string> Texts(Worksheet sheet, int row) => [.. sheet.Descendants<Row>().ElementAt(row).Elements<Cell>().Select(cell => cell.InnerText)];

    private static Cell CellOf(Worksheet sheet, int row, string heading) =>
        sheet.Descendants<Row>().ElementAt(row).Elements<Cell>().ElementAt(LedgerWorkbook.Headings.ToList().IndexOf(heading));

    /// <summary>The look of the assignment date, which every line has.</summary>
    private static uint? LedgerDateLook(Worksheet sheet) => CellOf(sheet, 1, "交办日期").StyleIndex?.Value;
}
