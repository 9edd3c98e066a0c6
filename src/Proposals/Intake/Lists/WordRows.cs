namespace Proposals.Intake.Lists;

/// <summary>Word copies a cell of several lines without quotes, so its row arrives torn. Pieces below the heading that together have exactly its width are one row again.</summary>
internal static class WordRows
{
    public static IEnumerable<IReadOnlyList<string>> Mend(IEnumerable<IReadOnlyList<string>> rows)
    {
        var width = 0;
        var torn = new List<IReadOnlyList<string>>();
        foreach (var row in rows)
        {
            if (width == 0)
            {
                width = HeadingRow.Looks(row) ? row.Count : 0;
                yield return row;
                continue;
            }

            if (row.Count < width && torn.Count < ListLimits.Columns && (torn.Count > 0 || row.Count > 1))
            {
                torn.Add(row);
                if (Width(torn) < width || Join(torn, width) is not { } whole)
                    continue;
                torn.Clear();
                yield return whole;
                continue;
            }

            foreach (var piece in torn)
                yield return piece;
            torn.Clear();
            yield return row;
        }

        foreach (var piece in torn)
            yield return piece;
    }

    private static int Width(List<IReadOnlyList<string>> pieces) => pieces.Sum(piece => piece.Count) - pieces.Count + 1;

    private static string[]? Join(List<IReadOnlyList<string>> pieces, int width)
    {
        if (Width(pieces) != width)
            return null;
        List<string> whole = [.. pieces[0]];
        foreach (var piece in pieces.Skip(1))
        {
            whole[^1] += "\n" + piece[0];
            whole.AddRange(piece.Skip(1));
        }

        return [.. whole];
    }
}
