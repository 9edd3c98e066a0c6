using System.Xml;
using Proposals.Acts;

namespace Proposals.Intake.Lists;

/// <summary>Reads an .xlsx workbook: its visible sheets, one after the other, of which those with a heading row are kept.</summary>
internal static class WorkbookFile
{
    private const string Usual = "xl/workbook.xml";

    public static ListReading Read(byte[] bytes, Func<ListSheet, bool>? looks)
    {
        var (package, refusal) = WorkbookPackage.Open(bytes);
        if (package is null)
            return ListReading.Refused(refusal ?? ListRefusals.Broken);
        using (package)
            return Read(package, looks);
    }

    private static ListReading Read(WorkbookPackage package, Func<ListSheet, bool>? looks)
    {
        var path = package.Has(Usual) ? Usual : package.Relationships("").Targets.Values.FirstOrDefault(target => target.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase)) ?? Usual;
        var (targets, refusal) = package.Relationships(path);
        var formats = new WorkbookFormats();
        var sheets = new List<(string Name, string Path)>();
        refusal ??= package.Walk(path, xml => Outline(xml, targets, formats, sheets));
        var texts = new WorkbookTexts();
        if (refusal is null && Find(targets, "styles.xml") is { } styles && package.Has(styles))
            refusal = package.Walk(styles, formats.Visit);
        if (refusal is null && Find(targets, "sharedStrings.xml") is { } shared && package.Has(shared))
            refusal = package.Walk(shared, texts.Visit);
        // No program writes one sheet under two names; whoever does wants it read a hundred times.
        if (refusal is null && sheets.DistinctBy(sheet => sheet.Path, StringComparer.OrdinalIgnoreCase).Count() < sheets.Count)
            refusal = ListRefusals.Inflated;
        if (refusal is not null)
            return ListReading.Refused(refusal);
        var read = new List<ListSheet>();
        Refusal? tooMuch = null;
        foreach (var (name, sheetPath) in sheets)
        {
            var rows = new WorksheetRows(texts, formats);
            var fault = package.Walk(sheetPath, rows.Visit);
            var (sheet, unfit) = rows.Finish(name);
            fault ??= unfit;
            if (fault is null)
                read.Add(sheet);
            else if (fault.Code is "list.inflated" or "list.broken" or "list.entities")
                return ListReading.Refused(fault);
            else
                tooMuch ??= fault;
        }

        var chosen = SheetChoice.Of(read, looks);
        return tooMuch is not null && (chosen.Refusal is not null || HeadingRow.Find(chosen.Sheets[0]) is null)
            ? ListReading.Refused(tooMuch)
            : chosen with { HasOutsideLinks = package.HasOutsideLinks };
    }

    private static Refusal? Outline(XmlReader xml, Dictionary<string, string> targets, WorkbookFormats formats, List<(string Name, string Path)> sheets)
    {
        if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            formats.From1904 = xml.GetAttribute("date1904") is "1" or "true";
        if (xml is not { NodeType: XmlNodeType.Element, LocalName: "sheet" } || xml.GetAttribute("state") is "hidden" or "veryHidden")
            return null;
        var id = "";
        while (xml.MoveToNextAttribute())
            id = xml.LocalName == "id" ? xml.Value : id;
        xml.MoveToElement();
        if (targets.TryGetValue(id, out var target) && target.Contains("worksheets/", StringComparison.OrdinalIgnoreCase))
            sheets.Add((CellText.OneLine(CellText.Clean(xml.GetAttribute("name") ?? "")), target));
        return sheets.Count > ListLimits.Sheets ? ListRefusals.TooManySheets : null;
    }

    private static string? Find(Dictionary<string, string> targets, string name) => targets.Values.FirstOrDefault(target => target.EndsWith(name, StringComparison.OrdinalIgnoreCase));
}
