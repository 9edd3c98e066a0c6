namespace Proposals.Intake.Lists;

/// <summary>A table as text: cells between tabs, commas or semicolons, whichever there are most of outside quotes.</summary>
internal static class SeparatedText
{
    private const int Sample = 64 * 1024;

    public static ListReading Read(string text)
    {
        var plain = text.TrimStart('\uFEFF');
        var separator = Separator(plain);
        var rows = TextRows.Rows(plain, separator);
        var draft = new SheetDraft();
        var at = 0;
        foreach (var cells in separator == '\t' ? WordRows.Mend(rows) : rows)
        {
            for (var column = 0; column < cells.Count; column++)
                draft.Put(at, column, cells[column]);
            at++;
            if (draft.Refusal is { } refusal)
                return ListReading.Refused(refusal);
        }

        return SheetChoice.Of([draft.Finish("", knowsMerges: false)]);
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
