using Proposals.Acts;

namespace Proposals.Intake;

public static class IntakeRefusals
{
    public static Refusal Classified { get; } = new("intake.classified");

    public static Refusal OneLeadProposer { get; } = new("intake.one-lead-proposer");

    public static Refusal UnitTwice(string unit) => new("intake.unit-twice", unit);

    public static Refusal SoleHasNoOthers { get; } = new("intake.sole-has-no-others");

    public static Refusal LeadNeedsOthers { get; } = new("intake.lead-needs-others");

    public static Refusal CoNeedsLead { get; } = new("intake.co-needs-lead");

    public static Refusal UnknownProposer { get; } = new("intake.unknown-proposer");

    public static Refusal AlreadyRegistered(string number, DateOnly on) => new("intake.already-registered", number, on);
}
