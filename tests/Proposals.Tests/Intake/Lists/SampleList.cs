using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Proposals.Tests.Intake.Lists;

/// <summary>A list as an assembly's office sends it: two title rows, sixty items for twenty units, merged units and dates, dates written by several hands. Seven rows name our bureau.</summary>
internal sealed class SampleList
{
    public const string Title = "云澜区十六届人大五次会议代表建议交办清单";
    public const string Subtitle = "（区人大常委会代表工委　2026年3月）";
    public const int DaySerial = 46_098;

    public static readonly DateOnly Day = new(2026, 3, 17);

    private static readonly string[] Others =
    [
        "区发改局", "区教育局", "区科技局", "区公安分局", "区民政局", "区司法局", "区财政局", "区人社局", "区住建局", "区交通运输局",
        "区水利局", "区农业农村局", "区文广局", "区卫健局", "区应急局", "区审计局", "区市场监管局", "区城管局", "区体育局",
    ];

    private readonly List<string[]> rows = [];
    private readonly List<(int Row, int Column, int Rows)> merged = [];

    public SampleList()
    {
        for (var number = 1; number <= 60; number++)
            rows.Add(Ours(number) ?? Other(number));
        MergeBlanks(5);
        MergeBlanks(7);
    }

    public IReadOnlyList<string> Headings { get; init; } = ["序号", "建议编号", "案由", "领衔代表", "代表团", "主办单位", "会办单位", "交办日期", "备注"];

    /// <summary>As the spreadsheet shows it; a serial day is written as its digits.</summary>
    public IReadOnlyList<string[]> Rows => rows;

    /// <summary>The list with one cell of our first row changed.</summary>
    public SampleList With(int column, string text)
    {
        rows[3][column] = text;
        return this;
    }

    public string Pasted(char separator = '\t')
    {
        var text = new StringBuilder();
        Line(text, [Title, .. Blank(8)], separator);
        Line(text, [Subtitle, .. Blank(8)], separator);
        Line(text, Headings, separator);
        foreach (var row in rows)
            Line(text, [.. row.Select(cell => cell == $"{DaySerial}" ? "2026/3/17" : cell)], separator);
        return text.ToString();
    }

    public byte[] Gb18030() => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Pasted(','));

    public byte[] Workbook(Action<WorkbookPart>? change = null)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()), new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            var texts = book.AddNewPart<SharedStringTablePart>("texts");
            texts.SharedStringTable = new SharedStringTable();
            Hidden(book);
            var sheet = book.AddNewPart<WorksheetPart>("list");
            sheet.Worksheet = new Worksheet(Data(texts.SharedStringTable), Merges());
            book.Workbook = new Workbook(new Sheets(
                new Sheet { Id = "hidden", SheetId = 1, Name = "草稿", State = SheetStateValues.Hidden },
                new Sheet { Id = "list", SheetId = 2, Name = "代表建议" }));
            change?.Invoke(book);
        }

        return memory.ToArray();
    }

    private static string[] Blank(int count) => [.. Enumerable.Repeat("", count)];

    private static void Line(StringBuilder text, IEnumerable<string> cells, char separator) =>
        text.AppendJoin(separator, cells.Select(cell => cell.Contains('\n', StringComparison.Ordinal) || cell.Contains(separator, StringComparison.Ordinal) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell)).Append("\r\n");

    private static string[]? Ours(int number) => number switch
    {
        4 => Row(number, "关于规范夜市街区管理的建议", "沈 月、范建国、施雯", "区经贸旅游局", "", "2026.3.17", ""),
        11 => Row(number, "关于提升农贸市场改造标准的建议", "周明远", "云澜区经贸旅游局", "区公安分局、区城管局", "3月17日", "重点建议"),
        19 => Row(number, "关于增设公交\n接驳线的建议", "李若兰等3人", "经贸旅游局", "", $"{DaySerial}", ""),
        26 => Row(number, "关于特色街区业态导则的建议", "王守义", "区经贸旅游局、区住建局", "", "2026年3月17日", ""),
        33 => Row(number, "关于运河沿线慢行步道的建议", "城北代表团（联系人：何永年 13500000000）", "区住建局", "区经贸旅游局", "2026-03-17", ""),
        47 => Row(number, "关于冷链物流中心的建议", "陈启明", "区农业农村局", "区交通运输局\n区经贸旅游局", "20260317", "请先行沟通"),
        58 => Row(number, "关于老字号品牌扶持的建议", "单晓峰（领衔）、许可", "区经贸旅游局", "", "2026/3/17", ""),
        _ => null,
    };

    /// <summary>Items of the others come in groups of three whose unit and day are written once.</summary>
    private static string[] Other(int number) =>
        Row(number, $"关于第{number}件事项的建议", $"代表{number}", number % 3 == 1 || Ours(number - 1) is not null ? Others[number / 3 % Others.Length] : "", "", number % 3 == 1 || Ours(number - 1) is not null ? "2026.3.17" : "", "");

    private static string[] Row(int number, string subject, string proposers, string lead, string co, string day, string remark) =>
        [$"{number}", $"{100 + number}", subject, proposers, "城北代表团", lead, co, day, remark];

    private void MergeBlanks(int column)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            var count = 1;
            while (row + count < rows.Count && rows[row + count][column].Length == 0)
                count++;
            if (count > 1)
                merged.Add((row, column, count));
        }
    }

    private static void Hidden(WorkbookPart book)
    {
        var hidden = book.AddNewPart<WorksheetPart>("hidden");
        hidden.Worksheet = new Worksheet(new SheetData(new DocumentFormat.OpenXml.Spreadsheet.Row(Text("A1", "案号"), Text("B1", "案由"), Text("C1", "主办单位")), new DocumentFormat.OpenXml.Spreadsheet.Row(Text("A2", "9"), Text("B2", "不应读到"), Text("C2", "区经贸旅游局"))));
    }

    private SheetData Data(SharedStringTable texts)
    {
        var data = new SheetData();
        data.Append(new DocumentFormat.OpenXml.Spreadsheet.Row(Shared("A1", Title, texts)) { RowIndex = 1 }, new DocumentFormat.OpenXml.Spreadsheet.Row(Text("A2", Subtitle)) { RowIndex = 2 });
        data.Append(new DocumentFormat.OpenXml.Spreadsheet.Row(Headings.Select((word, column) => Shared($"{(char)('A' + column)}3", word, texts))) { RowIndex = 3 });
        for (var row = 0; row < rows.Count; row++)
            data.Append(new DocumentFormat.OpenXml.Spreadsheet.Row(rows[row].Select((text, column) => Cell($"{(char)('A' + column)}{row + 4}", text, texts)).OfType<Cell>()) { RowIndex = (uint)row + 4 });
        return data;
    }

    private MergeCells Merges()
    {
        var cells = new MergeCells(new MergeCell { Reference = "A1:I1" }, new MergeCell { Reference = "A2:I2" });
        foreach (var (row, column, count) in merged)
            cells.Append(new MergeCell { Reference = $"{(char)('A' + column)}{row + 4}:{(char)('A' + column)}{row + 3 + count}" });
        return cells;
    }

    private static Cell? Cell(string address, string text, SharedStringTable texts) => text switch
    {
        "" => null,
        _ when text == $"{DaySerial}" => new Cell { CellReference = address, StyleIndex = 1, CellValue = new CellValue(text) },
        _ when text.All(char.IsAsciiDigit) && text.Length < 8 => new Cell { CellReference = address, CellValue = new CellValue(text) },
        _ => Shared(address, text, texts),
    };

    private static Cell Shared(string address, string text, SharedStringTable texts)
    {
        texts.Append(new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        return new Cell { CellReference = address, DataType = CellValues.SharedString, CellValue = new CellValue($"{texts.ChildElements.Count - 1}") };
    }

    private static Cell Text(string address, string text) => new() { CellReference = address, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };
}
