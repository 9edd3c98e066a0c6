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
}
