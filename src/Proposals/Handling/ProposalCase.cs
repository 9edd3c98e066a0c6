using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Intake;
using Proposals.People;

namespace Proposals.Handling;

/// <summary>办件: one proposal times the role of this bureau in it. Its facts are the truth; the workflow only says whose turn is next.</summary>
public sealed class ProposalCase
{
    public required CaseId Id { get; init; }

    /// <summary>Grows with each act; a form carries the one it was drawn from, so the loser of a race is told.</summary>
    public int Revision { get; set; }

    public required ItemKind Kind { get; set; }

    public required AdministrativeLevel Level { get; set; }

    /// <summary>届.</summary>
    public required int TermNumber { get; set; }

    /// <summary>次; the year of the term for an item filed between sessions.</summary>
    public required int SessionNumber { get; set; }

    public required bool IsInterSession { get; set; }

    /// <summary>案号, unique only within body, term and session.</summary>
    public required string CaseNumber { get; set; }

    public required string Subject { get; set; }

    public string Content { get; set; } = "";

    public required string AssigningBody { get; set; }

    public required DateOnly AssignedOn { get; set; }

    public string AssignmentOpinion { get; set; } = "";

    public required OurRole OurRole { get; set; }

    /// <summary>办理年度: stored, because a case assigned in December belongs to the next round of work.</summary>
    public required int HandlingYear { get; set; }

    public required bool IsKey { get; set; }

    /// <summary>区重点 or 局重点; null where the item is no key item.</summary>
    public KeyLevel? KeyLevel { get; set; }

    /// <summary>领办领导 of a key item.</summary>
    public Guid? LedById { get; set; }

    /// <summary>督办领导 sits outside the bureau.</summary>
    public string SupervisedBy { get; set; } = "";

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>The day it came in from the office's own earlier ledger: what lies before is entered without the papers of its time.</summary>
    public DateOnly? TakenOverOn { get; set; }

    /// <summary>The version of the rule profile that it is handled under.</summary>
    public int RulesVersion { get; set; } = 1;

    /// <summary>Its clocks stood still once, or do so now.</summary>
    public bool HasPauses { get; set; }

    /// <summary>暂停计时: since when its clocks stand still.</summary>
    public DateOnly? PausedOn { get; set; }

    /// <summary>已延期.</summary>
    public bool IsExtended { get; set; }

    /// <summary>How it left the bureau without a reply; null while it is ours.</summary>
    public CaseEnding? Ending { get; set; }

    public DateOnly? EndedOn { get; set; }

    public string EndReason { get; set; } = "";

    /// <summary>Why the ordinary steps wait: something beside them has to be decided first.</summary>
    public HoldReason? HeldBy { get; set; }

    /// <summary>How far a running 退办 is.</summary>
    public ReturnStage? ReturnStage { get; set; }

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

    /// <summary>挂牌: since then a red rung marks the case on the board; null once what was late is done, or got another date.</summary>
    public DateOnly? OnBoardSince { get; set; }

    public List<Proposer> Proposers { get; } = [];

    /// <summary>Other units of the same item, with their roles.</summary>
    public List<CaseUnit> Units { get; } = [];

    /// <summary>协办科室 of our own.</summary>
    public List<CoDepartment> CoDepartments { get; } = [];

    /// <summary>Read by lists that ask who owes what; acts read the promises they need.</summary>
    public List<Commitment> Commitments { get; } = [];

    /// <inheritdoc cref="Commitments" />
    public List<HandlingPlan> Plans { get; } = [];

    /// <summary>会办: we owe the unit that leads an opinion, and the proposer no reply.</summary>
    public bool OwesOpinion => OurRole == OurRole.CoOrganizer;

    /// <summary>The unit that leads where we do not.</summary>
    public CaseUnit? UnitThatLeads() => Units.Find(unit => unit is { Role: OtherUnitRole.LeadOrganizer, RemovedOn: null });

    /// <summary>会办单位: who owes us an opinion where we lead.</summary>
    public IEnumerable<CaseUnit> CoOrganizers() => OurRole == OurRole.LeadOrganizer ? Units.Where(unit => unit is { Role: OtherUnitRole.CoOrganizer, RemovedOn: null }) : [];

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

public enum KeyLevel
{
    /// <summary>区重点.</summary>
    District,

    /// <summary>局重点.</summary>
    Bureau,
}

/// <summary>Ends without a reply of ours. Each is final; the history stays.</summary>
public enum CaseEnding
{
    /// <summary>退办, granted by the assigning body.</summary>
    Returned,

    /// <summary>撤案 by the proposer.</summary>
    Withdrawn,

    /// <summary>改办: the assigning body gave it to another unit of its own accord.</summary>
    Reassigned,

    /// <summary>作废: registered by mistake, in no figure.</summary>
    Voided,
}

public enum HoldReason
{
    Return,
    Objection,
}

public enum ReturnStage
{
    /// <summary>退办报批中.</summary>
    AwaitingLeader,

    /// <summary>退办待复.</summary>
    AwaitingAnswer,
}
