using Proposals.Deadlines;
using Proposals.Intake;
using Proposals.People;

namespace Proposals.Handling;

/// <summary>办件: one proposal times the role of this bureau in it. Its facts are the truth; the workflow only says whose turn is next.</summary>
public sealed class ProposalCase
{
    public required CaseId Id { get; init; }

    /// <summary>Grows with each act; a form carries the one it was drawn from, so the loser of a race is told.</summary>
    public int Revision { get; set; }

    public required ItemKind Kind { get; init; }

    public required AdministrativeLevel Level { get; init; }

    /// <summary>届.</summary>
    public required int TermNumber { get; init; }

    /// <summary>次; the year of the term for an item filed between sessions.</summary>
    public required int SessionNumber { get; init; }

    public required bool IsInterSession { get; init; }

    /// <summary>案号, unique only within body, term and session.</summary>
    public required string CaseNumber { get; init; }

    public required string Subject { get; init; }

    public string Content { get; init; } = "";

    public required string AssigningBody { get; init; }

    public required DateOnly AssignedOn { get; init; }

    public string AssignmentOpinion { get; init; } = "";

    public required OurRole OurRole { get; init; }

    /// <summary>办理年度: stored, because a case assigned in December belongs to the next round of work.</summary>
    public required int HandlingYear { get; init; }

    public required bool IsKey { get; init; }

    /// <summary>领办领导 of a key item.</summary>
    public Guid? LedById { get; set; }

    /// <summary>督办领导 sits outside the bureau.</summary>
    public string SupervisedBy { get; init; } = "";

    public required DateTimeOffset RegisteredAt { get; init; }

    public DateOnly? ReceivedOn { get; set; }

    public DepartmentId? DepartmentId { get; set; }

    /// <summary>分管领导 in charge of this case.</summary>
    public Guid? LeaderId { get; set; }

    public Guid? HandlerId { get; set; }

    public DateOnly? AllocatedOn { get; set; }

    public DateOnly? AcceptedOn { get; set; }

    public int Round { get; set; } = 1;

    public CaseState State { get; set; }

    /// <summary>例外放行 stands somewhere in this case.</summary>
    public bool HasOverride { get; set; }

    public string? ResultClass { get; set; }

    /// <summary>The class at the first reply: later upgrades do not change it.</summary>
    public string? FirstResultClass { get; set; }

    /// <summary>Valid face-to-face consultations in all rounds (different days, proof, proposer present).</summary>
    public int ValidConsultations { get; set; }

    public int Contacts { get; set; }

    /// <summary>Valid consultations of the current round; the gate before signing looks at these.</summary>
    public int RoundConsultations { get; set; }

    /// <summary>The day this round's consultations became enough, or an exception was granted; nothing that needs the gate lies before it.</summary>
    public DateOnly? RoundGateOn { get; set; }

    /// <summary>Re-assignment of round 2 and later; null in round 1.</summary>
    public DateOnly? RoundBeganOn { get; set; }

    /// <summary>A leader held one of them.</summary>
    public bool RoundLeaderMet { get; set; }

    /// <summary>例外放行 was granted for the current round.</summary>
    public bool RoundIsOverridden { get; set; }

    /// <summary>Promises of delivered replies that are not kept yet.</summary>
    public int OpenCommitments { get; set; }

    /// <summary>Feedback is settled and promises are open.</summary>
    public bool InFollowUp { get; set; }

    /// <summary>Round 1's reply reached the lead proposer: replied, which is not closed.</summary>
    public DateOnly? RepliedOn { get; set; }

    public Rating? Attitude { get; set; }

    public Rating? Result { get; set; }

    public bool FeedbackLapsed { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public DateOnly? ArchivedOn { get; set; }

    public DateOnly? DueOn { get; set; }

    public DateOnly? InternalDueOn { get; set; }

    public DateOnly? ReplyDueOn { get; set; }

    public bool DueIsProvisional { get; set; }

    /// <summary>Never null, so that lists can page by it: the nearest date owed, or the end of time.</summary>
    public DateOnly SortOn { get; set; } = DateOnly.MaxValue;

    public DateOnly? BlueFrom { get; set; }

    public DateOnly? YellowFrom { get; set; }

    public DateOnly? RedFrom { get; set; }

    public List<Proposer> Proposers { get; } = [];

    public Light LightOn(DateOnly today)
    {
        if (DueOn is null && InternalDueOn is null)
        {
            return Light.Off;
        }

        return RedFrom <= today ? Light.Red
            : YellowFrom <= today ? Light.Yellow
            : BlueFrom <= today ? Light.Blue
            : Light.Green;
    }
}

/// <summary>满意 and its neighbours, for attitude and result apart. No form at all is not a rating.</summary>
public enum Rating
{
    Satisfied,
    BasicallySatisfied,
    Unsatisfied,
}
