using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Proposals.Papers;

/// <summary>办理台账 as a workbook, written line by line: the whole ledger never stands in memory.</summary>
public static class LedgerWorkbook
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private const string Name = "办理台账";

    /// <summary>In points: the longest heading has two lines.</summary>
    private const double HeadingHeight = 32;

    /// <summary>All columns side by side are readable on no smaller sheet.</summary>
    private const uint A3 = 8;

    private static readonly IReadOnlyList<LedgerColumn> Columns =
    [
        new("序号", 6, (_, number) => new LedgerCell(number)),
        new("案号", 8, (line, _) => new LedgerCell(line.Number)),
        new("届次", 20, (line, _) => new LedgerCell(line.Session)),
        new("类型", 8, (line, _) => new LedgerCell(line.Kind)),
        new("标题", 40, (line, _) => new LedgerCell(line.Subject)),
        new("交办日期", 12, (line, _) => new LedgerCell(line.AssignedOn)),
        new("领衔代表/第一提案人", 14, (line, _) => new LedgerCell(line.LeadProposer)),
        new("提出人数", 7, (line, _) => new LedgerCell(line.Proposers)),
        new("办理期限", 12, (line, _) => new LedgerCell(line.DueOn)),
        new("办复日期", 12, (line, _) => new LedgerCell(line.RepliedOn)),
        new("交办单位", 18, (line, _) => new LedgerCell(line.AssigningBody)),
        new("办理方式", 7, (line, _) => new LedgerCell(line.Role)),
        new("结果类别", 7, (line, _) => new LedgerCell(line.ResultClass)),
        new("办理态度评价", 9, (line, _) => new LedgerCell(line.Attitude)),
        new("办理结果评价", 9, (line, _) => new LedgerCell(line.Result)),
        new("承办科室", 13, (line, _) => new LedgerCell(line.Department)),
        new("分管领导", 10, (line, _) => new LedgerCell(line.Leader)),
        new("经办人", 10, (line, _) => new LedgerCell(line.Handler)),
        new("状态", 12, (line, _) => new LedgerCell(line.State)),
        new("当前期限", 12, (line, _) => new LedgerCell(line.NextDueOn)),
        new("期限状况", 9, (line, _) => new LedgerCell(line.Light)),
    ];

    public static IReadOnlyList<string> Headings { get; } = [.. Columns.Select(column => column.Heading)];

    /// <summary>The parts are written straight into the zip, one after the other; a document opened for reading too would keep each whole until its end.</summary>
    public static async Task WriteAsync(Stream to, IAsyncEnumerable<LedgerLine> lines, CancellationToken cancellationToken)
    {
        using var package = Package.Open(to, FileMode.Create, FileAccess.Write);
        var workbook = Part(package, "/xl/workbook.xml", "sheet.main");
        package.CreateRelationship(workbook.Uri, TargetMode.Internal, Relations + "officeDocument", "rId1");
        workbook.CreateRelationship(Relative("worksheets/sheet1.xml"), TargetMode.Internal, Relations + "worksheet", "rId1");
        workbook.CreateRelationship(Relative("styles.xml"), TargetMode.Internal, Relations + "styles", "rId2");
        Write(workbook, new Workbook(
            new Sheets(new Sheet { Name = Name, SheetId = 1, Id = "rId1" }),
            new DefinedNames(new DefinedName($"{Name}!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 })));
        Write(Part(package, "/xl/styles.xml", "styles"), LedgerStyles.Sheet());
        await using var sheet = Part(package, "/xl/worksheets/sheet1.xml", "worksheet").GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(sheet);
        await WriteSheetAsync(writer, lines, cancellationToken);
    }

    private static PackagePart Part(Package package, string name, string kind) =>
        package.CreatePart(new Uri(name, UriKind.Relative), $"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml", CompressionOption.Normal);

    private static Uri Relative(string name) => new(name, UriKind.Relative);

    private static void Write(PackagePart part, OpenXmlElement root)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteElement(root);
    }

    private static async Task WriteSheetAsync(OpenXmlWriter writer, IAsyncEnumerable<LedgerLine> lines, CancellationToken cancellationToken)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        {
            WorkbookViewId = 0,
        }));
        writer.WriteElement(new Columns(Columns.Select((column, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        writer.WriteElement(new Row(Columns.Select(column => new LedgerCell(column.Heading).Heading())) { Height = HeadingHeight, CustomHeight = true });
        var number = 0;
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            number++;
            var ordinal = number;
            writer.WriteElement(new Row(Columns.Select(column => column.Cell(line, ordinal).Build())));
        }

        writer.WriteEndElement();
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = A3, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteEndElement();
    }

    private sealed record LedgerColumn(string Heading, double Width, Func<LedgerLine, int, LedgerCell> Cell);
}
