namespace Proposals.Deadlines;

/// <summary>What of the ledger of deadlines is owed, and how it shines, written for the database.</summary>
internal static class OwedLines
{
    /// <summary>The longest term bounds extensions and is nobody's to meet. A step's own term is a matter of the inbox, until somebody asks for it.</summary>
    public static IQueryable<Deadline> Open(IQueryable<Deadline> lines, DeadlineKind? kind)
    {
        var owed = lines.Where(line => line.MetOn == null && line.DroppedOn == null && line.Kind != DeadlineKind.ReplyHardLimit);
        return kind is { } asked ? owed.Where(line => line.Kind == asked) : owed.Where(line => line.Kind != DeadlineKind.Step);
    }

    /// <summary>The same rule as a line's light on the pages: what the bureau set itself is yellow at most, and only once it is late.</summary>
    public static IQueryable<Deadline> Shining(IQueryable<Deadline> lines, Light light, DateOnly today) => light switch
    {
        Light.Off => lines.Where(line => line.PausedOn != null),
        Light.Red => Binding(lines).Where(line => line.DueOn < today),
        Light.Yellow => lines.Where(line => line.PausedOn == null && (line.Nature == DeadlineNature.Internal || line.Nature == DeadlineNature.Step
            ? line.DueOn < today
            : line.DueOn >= today && line.YellowFrom <= today)),
        Light.Blue => Binding(lines).Where(line => line.DueOn >= today && !(line.YellowFrom <= today) && line.BlueFrom <= today),
        _ => lines.Where(line => line.PausedOn == null && line.DueOn >= today
            && (line.Nature == DeadlineNature.Internal || line.Nature == DeadlineNature.Step || (!(line.YellowFrom <= today) && !(line.BlueFrom <= today)))),
    };

    private static IQueryable<Deadline> Binding(IQueryable<Deadline> lines) =>
        lines.Where(line => line.PausedOn == null && line.Nature != DeadlineNature.Internal && line.Nature != DeadlineNature.Step);
}
