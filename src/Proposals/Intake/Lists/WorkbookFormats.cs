using System.Globalization;
using System.Xml;
using Proposals.Acts;

namespace Proposals.Intake.Lists;

/// <summary>How a workbook shows numbers: a date is a number that is shown as one.</summary>
internal sealed class WorkbookFormats
{
    private const double LastSerial = 2_958_465;

    private readonly Dictionary<int, string> codes = [];
    private readonly List<int> formats = [];
    private bool inCells;

    public bool From1904 { get; set; }

    public Refusal? Visit(XmlReader xml)
    {
        if (xml.LocalName == "cellXfs")
            inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
        if (xml.NodeType != XmlNodeType.Element)
            return null;
        if (xml.LocalName == "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), out var id))
            codes[id] = xml.GetAttribute("formatCode") ?? "";
        if (xml.LocalName == "xf" && inCells)
            formats.Add(int.TryParse(xml.GetAttribute("numFmtId"), out var used) ? used : 0);
        return formats.Count > ListLimits.CellFormats || codes.Count > ListLimits.CellFormats ? ListRefusals.Inflated : null;
    }

    /// <summary>A number as the cell shows it, as far as a list needs: days, leading zeros, no exponents.</summary>
    public string Show(string raw, string? style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return raw;
        var format = int.TryParse(style, out var at) && at >= 0 && at < formats.Count ? formats[at] : 0;
        var code = codes.GetValueOrDefault(format, "");
        if (IsDay(format, code) && Day(number) is { } day)
            return day.ToString("yyyy-MM-dd");
        if (code.Length is > 1 and < 32 && code.All(letter => letter == '0') && number is >= 0 and < 1e15)
            return number.ToString(code);
        return Math.Abs(number) < 1e15 ? number.ToString("0.##########") : raw;
    }

    /// <summary>The day behind a serial number; null where no calendar has it.</summary>
    internal DateOnly? Day(double serial)
    {
        var days = Math.Floor(serial) + (From1904 ? 1462 : 0);

        // Serial 60 is a 29 February 1900 that never was; no list is that old.
        return days is >= 61 and <= LastSerial ? DateOnly.FromDateTime(new DateTime(1899, 12, 30).AddDays(days)) : null;
    }

    private static bool IsDay(int format, string code) =>
        code.Length > 0 ? SaysDay(code) : format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    private static bool SaysDay(string code)
    {
        var (quoted, bracket) = (false, false);
        for (var at = 0; at < code.Length; at++)
        {
            var letter = code[at];
            if (quoted)
                quoted = letter != '"';
            else if (bracket)
                bracket = letter != ']';
            else if (letter == '"')
                quoted = true;
            else if (letter == '[')
                bracket = true;
            else if (letter is '\\' or '_' or '*')
                at++;
            else if (letter is 'y' or 'Y' or 'd' or 'D')
                return true;
        }

        return false;
    }
}
