using Proposals.FollowUp;

namespace Proposals.Deadlines;

/// <summary>The dates of the lines: computed, and computed anew where what they follow from was corrected or changed.</summary>
public sealed partial class DeadlineLedger
{
    /// <summary>Pauses and extensions of the case; an act that adds one computes the dates anew.</summary>
    public CaseTimes Times { get; set; } = CaseTimes.None;

    private LineSums Sums => new(lines, rules, Times);

    /// <summary>A start that was written wrongly: every term that counts from it moves, but for what is owed no more.</summary>
    /// <returns>What moved, with the date it had before.</returns>
    public IReadOnlyList<MovedDate> Restart(DateOnly before, DateOnly after, IReadOnlyCollection<DeadlineKind> kinds) =>
        Restart(after, line => kinds.Contains(line.Kind) && line.StartOn == before);

    /// <summary>One of several of a kind whose start was written wrongly.</summary>
    public IReadOnlyList<MovedDate> Restart(DeadlineKind kind, Guid subjectId, DateOnly before, DateOnly after) =>
        Restart(after, line => line.Kind == kind && line.SubjectId == subjectId && line.StartOn == before);

    /// <summary>A promise whose start or date was written wrongly.</summary>
    public IReadOnlyList<MovedDate> Restart(CommitmentId commitment, DateOnly? startOn, DateOnly dueOn)
    {
        var moved = new List<MovedDate>();
        foreach (var line in lines.Where(line => line.CommitmentId == commitment && line.DroppedOn is null))
        {
            moved.Add(new MovedDate(line.Kind, line.DueOn, dueOn));
            if (dueOn > line.DueOn)
                given.Add(line);
            line.StartOn = startOn ?? line.StartOn;
            line.DueOn = dueOn;
            Date(line);
        }

        return moved;
    }

    /// <summary>The day on which a term was met, written anew; null where it was not met after all.</summary>
    public void Remeet(DeadlineKind kind, int round, DateOnly? on)
    {
        foreach (var line in lines.Where(line => line.Kind == kind && line.Round == round && line.DroppedOn is null))
        {
            line.MetOn = on;
        }
    }

    /// <summary>The day on which a promise was reported kept, written anew.</summary>
    public void Remeet(CommitmentId commitment, DateOnly on)
    {
        foreach (var line in lines.Where(line => line.CommitmentId == commitment && line.MetOn is not null))
        {
            line.MetOn = on;
        }
    }

    /// <summary>The same of one of several.</summary>
    public void Remeet(DeadlineKind kind, Guid subjectId, DateOnly before, DateOnly on)
    {
        foreach (var line in lines.Where(line => line.Kind == kind && line.SubjectId == subjectId && line.MetOn == before))
        {
            line.MetOn = on;
        }
    }

    /// <summary>Every date that is still owed, computed anew.</summary>
    /// <param name="also">What was met keeps the date it was met by, but for these.</param>
    /// <returns>What moved.</returns>
    public IReadOnlyList<MovedDate> Redate(Func<Deadline, bool>? also = null)
    {
        var moved = new List<MovedDate>();

        // What others are counted back from, and what bounds them, comes first.
        foreach (var line in lines.Where(line => line.DroppedOn is null && (line.IsOpen || also?.Invoke(line) == true)).OrderBy(line => line.Term?.Contains('-', StringComparison.Ordinal) == true).ThenBy(line => line.Kind != DeadlineKind.ReplyHardLimit))
        {
            var was = line.DueOn;
            Date(line);
            if (line.DueOn != was)
                moved.Add(new MovedDate(line.Kind, was, line.DueOn));
        }

        return moved;
    }

    /// <summary>The case is handled under other rules from now on: what is owed gets their terms. A step keeps the one it was drawn with.</summary>
    public IReadOnlyList<MovedDate> Adopt(RulesInForce next)
    {
        ArgumentNullException.ThrowIfNull(next);
        rules = next;
        foreach (var line in lines.Where(line => line is { IsOpen: true, Term: not null } && next.Profile.Terms.ContainsKey(line.Kind)))
        {
            line.Term = next.Profile.RuleOf(line.Kind).ToString();
        }

        return Redate();
    }

    private List<MovedDate> Restart(DateOnly after, Func<Deadline, bool> isMeant)
    {
        var meant = lines.Where(line => line is { Term: not null, DroppedOn: null } && isMeant(line)).ToHashSet();
        foreach (var line in meant)
        {
            line.StartOn = after;
        }

        return [.. Redate(meant.Contains)];
    }

    private void Date(Deadline line)
    {
        var sum = Sums.Of(line);
        if (sum.DueOn > line.DueOn)
            given.Add(line);
        line.DueOn = sum.DueOn;
        line.PausedOn = line.IsOpen && sum.StandsStill ? Times.Running?.PausedOn : null;
        line.BlueFrom = RungPlan.WarningDay(rules.Calendar, line.StartOn, line.DueOn, rules.Profile.Lights.BlueWorkingDays);
        line.YellowFrom = RungPlan.WarningDay(rules.Calendar, line.StartOn, line.DueOn, rules.Profile.Lights.YellowWorkingDays);
        line.IsProvisional = line.DueOn > rules.Calendar.CoveredUntil;
        line.Profile = rules.Profile.Stamp;
        line.RulesRevision = rules.Revision;
    }
}
