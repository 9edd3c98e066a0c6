using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Proposals.Acts;

namespace Proposals.Intake.Lists;

/// <summary>A table as text: cells between tabs, commas or semicolons, whichever there are most of outside quotes.</summary>
internal static class SeparatedText
{
    private const int Sample = 64 * 1024;

    public static ListReading Read(string text)
    {
        var plain = text.TrimStart('\uFEFF');
        var separator = Separator(plain);
        var draft = new SheetDraft();
        var refusal = separator == '\t' ? Tabbed(plain, draft) : Quoted(plain, separator, draft);
        refusal ??= draft.Refusal;
        return refusal is null ? SheetChoice.Of([draft.Finish("", knowsMerges: false)]) : ListReading.Refused(refusal);
    }

    private static Refusal? Tabbed(string text, SheetDraft draft)
    {
        var row = 0;
        foreach (var cells in WordRows.Mend(TabbedText.Rows(text)))
        {
            for (var column = 0; column < cells.Count; column++)
                draft.Put(row, column, cells[column]);
            row++;
            if (draft.Refusal is not null)
                return draft.Refusal;
        }

        return null;
    }

    private static Refusal? Quoted(string text, char separator, SheetDraft draft)
    {
        var rules = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator.ToString(), BadDataFound = null, IgnoreBlankLines = false, HasHeaderRecord = false, DetectColumnCountChanges = false };
        using var lines = new StringReader(text);
        using var csv = new CsvParser(lines, rules);
        for (var row = 0; csv.Read(); row++)
        {
            for (var column = 0; column < csv.Count; column++)
                draft.Put(row, column, csv[column]);
            if (draft.Refusal is not null)
                return draft.Refusal;
        }

        return null;
    }

    private static char Separator(string text)
    {
        var (tabs, commas, semicolons, quoted) = (0, 0, 0, false);
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, Sample)))
        {
            if (letter == '"')
                quoted = !quoted;
            else if (letter == '\t')
                tabs++;
            else if (letter == ',' && !quoted)
                commas++;
            else if (letter == ';' && !quoted)
                semicolons++;
        }

        return tabs > 0 && tabs >= Math.Max(commas, semicolons) / 4 ? '\t' : semicolons > commas ? ';' : commas > 0 ? ',' : '\t';
    }
}
