using Proposals.Acts;

namespace Proposals.Intake.Lists;

/// <summary>A table while it is read. It refuses to grow beyond what a list may be.</summary>
internal sealed class SheetDraft
{
    private readonly List<string[]> rows = [];
    private int width;
    private int characters;

    /// <summary>Set once something did not fit; whoever reads stops then.</summary>
    public Refusal? Refusal { get; private set; }

    /// <param name="row">From 0.</param>
    /// <param name="column">From 0.</param>
    /// <param name="raw">As read.</param>
    public void Put(int row, int column, string raw)
    {
        if (Refusal is not null || row < 0 || column < 0)
            return;
        var text = raw.Length > 2 * ListLimits.Characters ? raw[..ListLimits.Characters] : CellText.Clean(raw);
        if (text.Length == 0)
            return;
        Refusal = row >= ListLimits.Rows ? ListRefusals.TooManyRows
            : column >= ListLimits.Columns ? ListRefusals.TooManyColumns
            : text.Length > ListLimits.Characters - characters ? ListRefusals.TooMuchText : null;
        if (Refusal is not null)
            return;
        characters += text.Length;
        width = Math.Max(width, column + 1);
        while (rows.Count <= row)
            rows.Add([]);
        if (rows[row].Length <= column)
            rows[row] = [.. rows[row], .. Enumerable.Repeat("", column + 1 - rows[row].Length)];
        rows[row][column] = text;
    }

    public string At(int row, int column) => row < rows.Count && column < rows[row].Length ? rows[row][column] : "";

    /// <summary>What stands in the first cell of a merged area stands in all of its cells that are in use.</summary>
    public void Fill(IEnumerable<CellArea> areas)
    {
        var left = ListLimits.MergedCells;
        foreach (var area in areas)
        {
            var text = At(area.Top, area.Left);
            if (text.Length == 0)
                continue;
            for (var row = area.Top; row <= Math.Min(area.Bottom, rows.Count - 1); row++)
            {
                for (var column = area.Left; column <= Math.Min(area.Right, width - 1) && Refusal is null; column++)
                {
                    if (--left < 0)
                        Refusal = ListRefusals.Inflated;
                    else if (At(row, column).Length == 0)
                        Put(row, column, text);
                }
            }
        }
    }

    public ListSheet Finish(string name, bool knowsMerges) =>
        new(name, [.. rows.Select(row => row.Length == width ? row : [.. row, .. Enumerable.Repeat("", width - row.Length)])]) { KnowsMerges = knowsMerges };
}

/// <summary>Corners of a merged area, from 0, both included.</summary>
internal readonly record struct CellArea(int Top, int Left, int Bottom, int Right);
