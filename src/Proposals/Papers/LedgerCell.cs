using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Proposals.Papers;

/// <summary>One cell: a text that is never taken for a formula, a count, or a date that sorts and filters as one.</summary>
internal sealed partial record LedgerCell
{
    /// <summary>What a cell of the format holds at most.</summary>
    private const int LongestText = 32_767;

    private readonly string? text;
    private readonly double? value;
    private readonly uint style;

    public LedgerCell(string text) => (this.text, style) = (text, LedgerStyles.Text);

    public LedgerCell(int count) => (value, style) = (count, LedgerStyles.Count);

    public LedgerCell(DateOnly? day) => (value, style) = (day is { } known ? known.ToDateTime(TimeOnly.MinValue).ToOADate() : null, LedgerStyles.Date);

    public Cell Heading() => Written(LedgerStyles.Heading);

    public Cell Build() => Written(style);

    /// <summary>Spreadsheets read _x0041_ as the letter it names; whoever typed that meant what he typed.</summary>
    private static string Kept(string typed)
    {
        var line = Escaped().Replace(PaperText.Line(typed), "_x005F_");
        if (Calls().IsMatch(line))
            line = "'" + line;
        if (line.Length <= LongestText)
            return line;
        return line[..(char.IsHighSurrogate(line[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    private Cell Written(uint look) => this switch
    {
        { text: { } typed } => new Cell(new InlineString(new Text(Kept(typed)) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = look },
        { value: { } number } => new Cell(new CellValue(number)) { DataType = CellValues.Number, StyleIndex = look },
        _ => new Cell { StyleIndex = look },
    };

    /// <summary>As text it stays text here; but saved as .csv it loses that, and what calls a function or another program would be run when it is opened again. A sum or a telephone number does no harm and stays as it is.</summary>
    [GeneratedRegex(@"^[=+\-@＝＋－＠].*[(|!]", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Calls();

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();
}
