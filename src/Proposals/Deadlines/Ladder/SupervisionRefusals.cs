using Proposals.Acts;

namespace Proposals.Deadlines;

/// <summary>Why a 督办单 is not directed.</summary>
public static class SupervisionRefusals
{
    public static Refusal NoSuchOrder { get; } = new("supervision.no-such-order");

    /// <summary>What was late is done, or got another date.</summary>
    public static Refusal Over { get; } = new("supervision.over");

    public static Refusal DirectedOn(DateOnly on) => new("supervision.directed", on);

    public static Refusal AnswerTooEarly(DateOnly answer, DateOnly on) => new("supervision.answer-too-early", answer, on);
}
