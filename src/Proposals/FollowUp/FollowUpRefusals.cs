using Proposals.Acts;

namespace Proposals.FollowUp;

public static class FollowUpRefusals
{
    public static Refusal UnknownCommitment { get; } = new("follow-up.unknown-commitment");

    public static Refusal AlreadySettled { get; } = new("follow-up.already-settled");

    public static Refusal NotDeliveredYet { get; } = new("follow-up.not-delivered");

    /// <summary>The office looks next; until it has, nothing more is said about the promise.</summary>
    public static Refusal AlreadyReported { get; } = new("follow-up.already-reported");

    public static Refusal NotReported { get; } = new("follow-up.not-reported");

    public static Refusal ProofMissing { get; } = new("follow-up.proof-missing");

    public static Refusal NoUpgrade(string before, string after) => new("follow-up.no-upgrade", before, after);

    public static Refusal SecondReplyMissing { get; } = new("follow-up.second-reply-missing");

    public static Refusal NotAllKept(int count) => new("follow-up.not-all-kept", count);

    public static Refusal NotClosed { get; } = new("follow-up.not-closed");

    public static Refusal UnknownStep { get; } = new("follow-up.unknown-step");

    public static Refusal NotWaitedFor(string step) => new("follow-up.not-waited-for", step);

    /// <summary>Whoever has the step is the one who urges, or is not there any more.</summary>
    public static Refusal NobodyToUrge(string step) => new("follow-up.nobody-to-urge", step);

    public static Refusal UrgedToday(string by) => new("follow-up.urged-today", by);

    /// <summary>On a day off; it counts with the working day after it.</summary>
    public static Refusal UrgedForDay(string by, DateOnly on, DateOnly countsWith) => new("follow-up.urged-for-day", by, on, countsWith);
}
