using Proposals.FollowUp;
using Proposals.Handling;

namespace Proposals.Deadlines;

/// <summary>Opens, meets and drops the deadlines of one case within one act, and keeps the case's projection of them.</summary>
public sealed class DeadlineLedger(ProposalCase subject, List<Deadline> lines, RuleProfile profile, WorkCalendar calendar, DateTimeOffset now)
{
    private readonly List<Deadline> opened = [];

    public IReadOnlyList<Deadline> Lines => lines;

    /// <summary>Lines that the act added and that the database does not know yet; taken once.</summary>
    public IReadOnlyList<Deadline> TakeOpened()
    {
        Deadline[] taken = [.. opened];
        opened.Clear();
        return taken;
    }

    /// <param name="kind">Its term stands in the rule profile.</param>
    /// <param name="startOn">The day of the event that it counts from.</param>
    /// <param name="subjectId">Which unit or measure is meant, where there are several.</param>
    public void Open(DeadlineKind kind, DateOnly startOn, Guid? subjectId = null)
    {
        var term = profile.TermOf(kind);
        Add(kind, startOn, calendar.Due(startOn, term, profile.RollMonthTermsOverHolidays), term.ToString(), null, subjectId);
    }

    public void Promise(CommitmentId commitment, DateOnly startOn, DateOnly dueOn) =>
        Add(DeadlineKind.Commitment, startOn, dueOn, null, commitment, null);

    /// <summary>A date that somebody named, not a term.</summary>
    public void Set(DeadlineKind kind, Guid subjectId, DateOnly startOn, DateOnly dueOn) => Add(kind, startOn, dueOn, null, null, subjectId);

    /// <summary>Nothing is owed any more: the case left the bureau.</summary>
    public void DropAll(DateOnly on)
    {
        foreach (var line in lines.Where(line => line.IsOpen))
        {
            line.DroppedOn = on;
        }
    }

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
            line.StartOn = startOn ?? line.StartOn;
            line.DueOn = dueOn;
            Rungs(line);
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

    public void Meet(DeadlineKind kind, Guid subjectId, DateOnly on)
    {
        foreach (var line in lines.Where(line => line.Kind == kind && line.SubjectId == subjectId && line.IsOpen))
        {
            line.MetOn = on;
        }
    }

    public void Drop(DeadlineKind kind, Guid subjectId, DateOnly on)
    {
        foreach (var line in lines.Where(line => line.Kind == kind && line.SubjectId == subjectId && line.IsOpen))
        {
            line.DroppedOn = on;
        }
    }

    public void Meet(DeadlineKind kind, DateOnly on)
    {
        foreach (var line in lines.Where(line => line.Kind == kind && line.IsOpen))
        {
            line.MetOn = on;
        }
    }

    public void Meet(CommitmentId commitment, DateOnly on)
    {
        foreach (var line in lines.Where(line => line.CommitmentId == commitment && line.IsOpen))
        {
            line.MetOn = on;
        }
    }

    public void Drop(CommitmentId commitment, DateOnly on)
    {
        foreach (var line in lines.Where(line => line.CommitmentId == commitment && line.IsOpen))
        {
            line.DroppedOn = on;
        }
    }

    /// <summary>The promise was reported kept and is not: it is owed again, by the date it had.</summary>
    public void Reopen(CommitmentId commitment)
    {
        foreach (var line in lines.Where(line => line.CommitmentId == commitment && line.DroppedOn is null))
        {
            line.MetOn = null;
        }
    }

    /// <summary>What was met is owed again: the act that met it was undone by a later one.</summary>
    public void Reopen(DeadlineKind kind)
    {
        foreach (var line in lines.Where(line => line.Kind == kind && line.DroppedOn is null))
        {
            line.MetOn = null;
        }
    }

    public void Drop(DeadlineKind kind, DateOnly on)
    {
        foreach (var line in lines.Where(line => line.Kind == kind && line.IsOpen))
        {
            line.DroppedOn = on;
        }
    }

    public DateOnly? DueOf(DeadlineKind kind) => lines.LastOrDefault(line => line.Kind == kind && line.DroppedOn is null)?.DueOn;

    /// <summary>The days from which the case shines in each colour. Overdue itself is never stored.</summary>
    public void Project()
    {
        var open = lines.Where(line => line.IsOpen && line.Kind != DeadlineKind.ReplyHardLimit).ToList();
        var outward = open.Where(line => line.Nature != DeadlineNature.Internal).ToList();
        var inward = open.Where(line => line.Nature == DeadlineNature.Internal).ToList();
        subject.DueOn = Earliest(outward.Select(line => (DateOnly?)line.DueOn));
        subject.InternalDueOn = Earliest(inward.Select(line => (DateOnly?)line.DueOn));
        subject.SortOn = subject.DueOn ?? subject.InternalDueOn ?? DateOnly.MaxValue;
        subject.RedFrom = subject.DueOn?.AddDays(1);
        subject.YellowFrom = Earliest(outward.Select(line => line.YellowFrom).Append(subject.InternalDueOn?.AddDays(1)));
        subject.BlueFrom = Earliest(outward.Select(line => line.BlueFrom));
        subject.DueIsProvisional = outward.Any(line => line.IsProvisional && line.DueOn == subject.DueOn);
        subject.ReplyDueOn = DueOf(DeadlineKind.Reply);
    }

    private List<MovedDate> Restart(DateOnly after, Func<Deadline, bool> isMeant)
    {
        var moved = new List<MovedDate>();
        foreach (var line in lines.Where(line => line is { Term: not null, DroppedOn: null } && isMeant(line)))
        {
            var was = line.DueOn;
            line.StartOn = after;
            line.DueOn = calendar.Due(after, Term.Parse(line.Term ?? ""), profile.RollMonthTermsOverHolidays);
            Rungs(line);
            moved.Add(new MovedDate(line.Kind, was, line.DueOn));
        }

        return moved;
    }

    private static DateOnly? Earliest(IEnumerable<DateOnly?> days) => days.Min();

    private static DeadlineNature NatureOf(DeadlineKind kind) => kind switch
    {
        DeadlineKind.InternalAllocation or DeadlineKind.FirstContact or DeadlineKind.ReplyInternalTarget or DeadlineKind.Archive
            or DeadlineKind.ReturnDecision or DeadlineKind.HandlingPlan or DeadlineKind.Measure or DeadlineKind.Handover => DeadlineNature.Internal,
        DeadlineKind.Commitment => DeadlineNature.Promised,
        _ => DeadlineNature.Statutory,
    };

    private void Add(DeadlineKind kind, DateOnly startOn, DateOnly dueOn, string? term, CommitmentId? commitment, Guid? subjectId)
    {
        var line = new Deadline
        {
            Id = DeadlineId.New(now),
            CaseId = subject.Id,
            Kind = kind,
            Nature = NatureOf(kind),
            Round = subject.Round,
            StartOn = startOn,
            Term = term,
            DueOn = dueOn,
            CommitmentId = commitment,
            SubjectId = subjectId,
            Profile = $"{profile.Name}/{profile.Version}",
        };
        Rungs(line);
        lines.Add(line);
        opened.Add(line);
    }

    private void Rungs(Deadline line)
    {
        line.BlueFrom = Rung(line.StartOn, line.DueOn, profile.Lights.BlueWorkingDays);
        line.YellowFrom = Rung(line.StartOn, line.DueOn, profile.Lights.YellowWorkingDays);
        line.IsProvisional = line.DueOn > calendar.CoveredUntil;
    }

    /// <summary>A warning in the first half of a term warns of nothing, so it is left out.</summary>
    private DateOnly? Rung(DateOnly startOn, DateOnly dueOn, int workingDaysBefore) =>
        workingDaysBefore * 2 > calendar.WorkingDaysBetween(startOn, dueOn) ? null : calendar.WorkingDaysFrom(dueOn, -workingDaysBefore);
}

/// <summary>A date that moved, and from where.</summary>
public sealed record MovedDate(DeadlineKind Kind, DateOnly Before, DateOnly After);
