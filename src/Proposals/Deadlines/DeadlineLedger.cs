using Proposals.FollowUp;
using Proposals.Handling;

namespace Proposals.Deadlines;

/// <summary>Opens, meets and drops the deadlines of one case within one act, and keeps the case's projection of them.</summary>
public sealed partial class DeadlineLedger(ProposalCase subject, List<Deadline> lines, RulesInForce inForce, DateTimeOffset now)
{
    private readonly List<Deadline> opened = [];
    private RulesInForce rules = inForce;

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
    public void Open(DeadlineKind kind, DateOnly startOn, Guid? subjectId = null) => Add(kind, startOn, rules.Profile.RuleOf(kind), null, null, subjectId);

    public void Promise(CommitmentId commitment, DateOnly startOn, DateOnly dueOn) => Add(DeadlineKind.Commitment, startOn, null, dueOn, commitment, null);

    /// <summary>A date that somebody named, not a term.</summary>
    public void Set(DeadlineKind kind, Guid subjectId, DateOnly startOn, DateOnly dueOn) => Add(kind, startOn, null, dueOn, null, subjectId);

    /// <summary>环节期限: a step's own term, counted from the act that opened it.</summary>
    /// <returns>The step's date.</returns>
    public DateOnly OpenStep(Guid step, DateOnly startOn, TermRule term) => Add(DeadlineKind.Step, startOn, term, null, null, step);

    public void Meet(DeadlineKind kind, DateOnly on) => End(line => line.Kind == kind, on, isMet: true);

    public void Meet(DeadlineKind kind, Guid subjectId, DateOnly on) => End(line => line.Kind == kind && line.SubjectId == subjectId, on, isMet: true);

    public void Meet(CommitmentId commitment, DateOnly on) => End(line => line.CommitmentId == commitment, on, isMet: true);

    public void Drop(DeadlineKind kind, DateOnly on) => End(line => line.Kind == kind, on, isMet: false);

    public void Drop(DeadlineKind kind, Guid subjectId, DateOnly on) => End(line => line.Kind == kind && line.SubjectId == subjectId, on, isMet: false);

    public void Drop(CommitmentId commitment, DateOnly on) => End(line => line.CommitmentId == commitment, on, isMet: false);

    /// <summary>Nothing is owed any more: the case left the bureau. A step ends with its own waiting.</summary>
    public void DropAll(DateOnly on) => End(line => line.Kind != DeadlineKind.Step, on, isMet: false);

    /// <summary>The promise was reported kept and is not: it is owed again, by the date it had.</summary>
    public void Reopen(CommitmentId commitment) => Reopen(line => line.CommitmentId == commitment);

    /// <summary>What was met is owed again: the act that met it was undone by a later one.</summary>
    public void Reopen(DeadlineKind kind) => Reopen(line => line.Kind == kind);

    public DateOnly? DueOf(DeadlineKind kind) => lines.LastOrDefault(line => line.Kind == kind && line.DroppedOn is null)?.DueOn;

    /// <summary>The days from which the case shines in each colour. Overdue itself is never stored; what stands still has no light.</summary>
    public void Project()
    {
        var open = lines.Where(line => line is { IsOpen: true, PausedOn: null, Kind: not (DeadlineKind.ReplyHardLimit or DeadlineKind.Step) }).ToList();
        var outward = open.Where(line => line.Nature != DeadlineNature.Internal).ToList();
        var inward = open.Where(line => line.Nature == DeadlineNature.Internal).ToList();
        subject.DueOn = Earliest(outward.Select(line => (DateOnly?)line.DueOn));
        subject.InternalDueOn = Earliest(inward.Select(line => (DateOnly?)line.DueOn));
        subject.SortOn = subject.DueOn ?? subject.InternalDueOn ?? DateOnly.MaxValue;
        subject.RedFrom = subject.DueOn?.AddDays(1);
        subject.YellowFrom = Earliest(outward.Select(line => line.YellowFrom).Append(subject.InternalDueOn?.AddDays(1)));
        subject.BlueFrom = Earliest(outward.Select(line => line.BlueFrom));
        subject.DueIsProvisional = outward.Exists(line => line.IsProvisional && line.DueOn == subject.DueOn);
        subject.ReplyDueOn = DueOf(DeadlineKind.Reply);
        ArmAnew();
        subject.OnBoardSince = Earliest(open.Where(line => line.Raised == RungLevel.Red).Select(line => line.RaisedOn));
        Climb();
    }

    private static DateOnly? Earliest(IEnumerable<DateOnly?> days) => days.Min();

    private static DeadlineNature NatureOf(DeadlineKind kind) => kind switch
    {
        DeadlineKind.InternalAllocation or DeadlineKind.FirstContact or DeadlineKind.ReplyInternalTarget or DeadlineKind.Archive
            or DeadlineKind.ReturnDecision or DeadlineKind.HandlingPlan or DeadlineKind.Measure or DeadlineKind.Handover => DeadlineNature.Internal,
        DeadlineKind.Commitment => DeadlineNature.Promised,
        DeadlineKind.Step => DeadlineNature.Step,
        _ => DeadlineNature.Statutory,
    };

    private void End(Predicate<Deadline> isMeant, DateOnly on, bool isMet)
    {
        foreach (var line in lines.Where(line => line.IsOpen && isMeant(line)))
        {
            line.MetOn = isMet ? on : null;
            line.DroppedOn = isMet ? null : on;
        }
    }

    private void Reopen(Predicate<Deadline> isMeant)
    {
        foreach (var line in lines.Where(line => line.DroppedOn is null && isMeant(line)))
        {
            line.MetOn = null;
        }
    }

    private DateOnly Add(DeadlineKind kind, DateOnly startOn, TermRule? term, DateOnly? named, CommitmentId? commitment, Guid? subjectId)
    {
        var line = new Deadline
        {
            Id = DeadlineId.New(now),
            CaseId = subject.Id,
            Kind = kind,
            Nature = NatureOf(kind),
            Round = subject.Round,
            StartOn = startOn,
            Term = term?.ToString(),
            DueOn = named ?? startOn,
            CommitmentId = commitment,
            SubjectId = subjectId,
            Profile = rules.Profile.Stamp,
        };
        lines.Add(line);
        opened.Add(line);
        Date(line);
        return line.DueOn;
    }
}

/// <summary>A date that moved, and from where.</summary>
public sealed record MovedDate(DeadlineKind Kind, DateOnly Before, DateOnly After);
