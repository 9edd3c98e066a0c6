using Proposals.Acts;

namespace Proposals.Handling;

public static class PlanRefusals
{
    public static Refusal NotAccepted { get; } = new("plan.not-accepted");

    /// <summary>One version at a time: the leader decides what he has seen.</summary>
    public static Refusal AlreadySubmitted { get; } = new("plan.already-submitted");

    public static Refusal AlreadyBegun { get; } = new("plan.already-begun");

    public static Refusal NothingSubmitted { get; } = new("plan.nothing-submitted");

    /// <summary>Whoever drafted it does not decide on it; the principal or another leader does.</summary>
    public static Refusal OwnPlan { get; } = new("plan.own-plan");

    public static Refusal NoMeasures { get; } = new("plan.no-measures");

    public static Refusal MeasureInThePast(DateOnly dueOn) => new("plan.measure-in-the-past", dueOn);

    /// <summary>Unknown, or of a version that is not in force.</summary>
    public static Refusal UnknownMeasure { get; } = new("plan.unknown-measure");

    public static Refusal MeasureIsDone { get; } = new("plan.measure-is-done");

    public static Refusal KeyItemNeedsOne { get; } = new("plan.key-item-needs-one");

    public static Refusal NothingToWaive { get; } = new("plan.nothing-to-waive");

    public static Refusal AlreadyKey { get; } = new("plan.already-key");

    public static Refusal NotKey { get; } = new("plan.not-key");
}
