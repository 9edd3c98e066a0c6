using Proposals.Acts;

namespace Proposals.FollowUp;

public static class FollowUpRefusals
{
    public static Refusal UnknownCommitment { get; } = new("follow-up.unknown-commitment");

    public static Refusal AlreadySettled { get; } = new("follow-up.already-settled");

    public static Refusal NotDeliveredYet { get; } = new("follow-up.not-delivered");

    public static Refusal NotClosed { get; } = new("follow-up.not-closed");
}
