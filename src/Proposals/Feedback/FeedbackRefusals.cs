using Proposals.Acts;

namespace Proposals.Feedback;

public static class FeedbackRefusals
{
    /// <summary>The unit that leads answers, and asks the proposer what he thinks of it.</summary>
    public static Refusal NoReplyOwed { get; } = new("feedback.no-reply-owed");

    public static Refusal NotDelivered { get; } = new("feedback.not-delivered");

    public static Refusal ScanMissing { get; } = new("feedback.scan-missing");

    public static Refusal UnknownProposer { get; } = new("feedback.unknown-proposer");

    public static Refusal AlreadyEntered { get; } = new("feedback.already-entered");

    public static Refusal TermStillRuns(DateOnly until) => new("feedback.term-still-runs", until);

    public static Refusal NotUnsatisfied { get; } = new("feedback.not-unsatisfied");

    /// <summary>A third round is the principal's decision.</summary>
    public static Refusal PrincipalDecidesRound(int round) => new("feedback.principal-decides-round", round);
}
