using Proposals.FollowUp;
using Proposals.Handling;

namespace Proposals.Deadlines;

/// <summary>One line of the deadline ledger: what has to be done by when, and from what the date follows.</summary>
public sealed class Deadline
{
    public required DeadlineId Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required DeadlineKind Kind { get; init; }

    public required DeadlineNature Nature { get; init; }

    public required int Round { get; init; }

    public required DateOnly StartOn { get; set; }

    /// <summary>As the profile wrote it: 10wd, 3m; null for a promised fixed date.</summary>
    public string? Term { get; set; }

    public required DateOnly DueOn { get; set; }

    /// <summary>From this day the light is blue; null when the rung would lie in the first half of the term.</summary>
    public DateOnly? BlueFrom { get; set; }

    public DateOnly? YellowFrom { get; set; }

    /// <summary>暂停计时: the clock stands still since then, and the line has no light.</summary>
    public DateOnly? PausedOn { get; set; }

    /// <summary>The date rests on a year whose holidays are not imported yet (暂定).</summary>
    public bool IsProvisional { get; set; }

    public DateOnly? MetOn { get; set; }

    /// <summary>No longer owed: superseded, or its subject is gone. Not the same as met.</summary>
    public DateOnly? DroppedOn { get; set; }

    public CommitmentId? CommitmentId { get; init; }

    /// <summary>The other unit whose opinion, the measure or the step whose end is meant; null where the kind says enough.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The highest rung of its ladder that was raised or passed over, for the date as it is now.</summary>
    public RungLevel? Raised { get; set; }

    public DateOnly? RaisedOn { get; set; }

    /// <summary>How often its ladder began anew because the date moved later.</summary>
    public int Arming { get; set; }

    /// <summary>When the next rung comes; null while nothing is owed, or nothing is left to be said.</summary>
    public DateTimeOffset? NextRungAt { get; set; }

    /// <summary>The version of the rule profile that its date was computed under.</summary>
    public required string Profile { get; set; }

    /// <summary>The state of calendars and profiles that its date was computed under; what lies behind is computed anew.</summary>
    public int RulesRevision { get; set; }

    public bool IsOpen => MetOn is null && DroppedOn is null;
}

public enum DeadlineKind
{
    /// <summary>Office proposes and leader approves who handles it.</summary>
    InternalAllocation,
    FirstContact,

    /// <summary>The bureau's own earlier target for the reply.</summary>
    ReplyInternalTarget,
    Reply,

    /// <summary>No extension may pass it.</summary>
    ReplyHardLimit,
    FeedbackReturn,

    /// <summary>The reply of round 2 and later.</summary>
    Rehandle,

    /// <summary>A promise made in a reply, with its own date.</summary>
    Commitment,
    Archive,

    /// <summary>Until then a return may be asked for.</summary>
    ReturnWindow,

    /// <summary>The assigning body's answer to a return.</summary>
    ReturnDecision,

    /// <summary>The plan of a key item.</summary>
    HandlingPlan,

    /// <summary>A measure of a plan, with its own date.</summary>
    Measure,

    /// <summary>Our opinion to the unit that leads.</summary>
    CoOpinion,

    /// <summary>Another unit's opinion to us.</summary>
    UnitOpinion,

    /// <summary>A case whose handler left needs another one.</summary>
    Handover,

    /// <summary>环节期限: one waiting of one step.</summary>
    Step,
}

/// <summary>Who set it. A case's light is the worst of the statutory and the promised; an internal one makes it yellow at most, and a step's own shows in inboxes only.</summary>
public enum DeadlineNature
{
    Statutory,
    Promised,
    Internal,
    Step,
}

/// <summary>绿 蓝 黄 红 and 不计时, in the order of urgency.</summary>
public enum Light
{
    /// <summary>Nothing is owed.</summary>
    Off,
    Green,
    Blue,
    Yellow,
    Red,
}
