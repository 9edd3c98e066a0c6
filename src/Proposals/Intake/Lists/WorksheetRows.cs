using System.Text;
using System.Xml;
using Proposals.Acts;

namespace Proposals.Intake.Lists;

/// <summary>Takes the cells of one sheet as they stream by.</summary>
internal sealed class WorksheetRows(WorkbookTexts texts, WorkbookFormats formats)
{
    private readonly SheetDraft draft = new();
    private readonly List<CellArea> merged = [];
    private readonly StringBuilder value = new();
    private int row = -1;
    private int column = -1;
    private string? type;
    private string? style;
    private bool isValue;
    private bool isReading;

    public Refusal? Visit(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                Begin(xml);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when isValue:
                value.Append(xml.Value);
                break;
            case XmlNodeType.EndElement:
                End(xml.LocalName);
                break;
        }

        return merged.Count > ListLimits.Rows * ListLimits.Columns ? ListRefusals.Inflated : draft.Refusal;
    }

    public (ListSheet Sheet, Refusal? Refusal) Finish(string name)
    {
        draft.Fill(merged);
        return (draft.Finish(name, knowsMerges: true), draft.Refusal);
    }

    /// <summary>B7 is (6, 1); what is no address is (-1, -1).</summary>
    internal static (int Row, int Column) Address(string? address)
    {
        var (column, at) = (0, 0);
        for (; address is not null && at < address.Length && char.IsAsciiLetter(address[at]) && at < 4; at++)
            column = column * 26 + (char.ToUpperInvariant(address[at]) - 'A' + 1);
        return at > 0 && int.TryParse(address.AsSpan(at), out var row) && row > 0 ? (row - 1, column - 1) : (-1, -1);
    }

    private void Begin(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "row":
                row = int.TryParse(xml.GetAttribute("r"), out var given) && given > 0 ? given - 1 : Next(row);
                column = -1;
                break;
            case "c":
                var (atRow, atColumn) = Address(xml.GetAttribute("r"));
                (row, column) = atRow >= 0 ? (atRow, atColumn) : (row, Next(column));
                (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
                value.Clear();
                break;
            case "v" or "t":
                isValue = !xml.IsEmptyElement && !isReading;
                break;
            case "rPh":
                isReading = !xml.IsEmptyElement;
                break;
            case "mergeCell" when xml.GetAttribute("ref")?.Split(':') is [var first, var last]:
                var (top, left) = Address(first);
                var (bottom, right) = Address(last);
                if (top >= 0 && bottom >= top && right >= left)
                    merged.Add(new CellArea(top, left, bottom, right));
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "v" or "t":
                isValue = false;
                break;
            case "rPh":
                isReading = false;
                break;
            case "c" when value.Length > 0:
                draft.Put(row, column, Text(value.ToString()));
                value.Clear();
                break;
        }
    }

    private string Text(string raw) => type switch
    {
        "s" => texts.At(raw.Trim()),
        "b" => raw.Trim() == "1" ? "是" : "否",
        "str" or "inlineStr" or "e" => WorkbookTexts.Plain(raw),
        "d" => raw.Length >= 10 ? raw[..10] : raw,
        _ => formats.Show(raw.Trim(), style),
    };

    private static int Next(int at) => at == int.MaxValue ? at : at + 1;
}
