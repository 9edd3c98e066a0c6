using Proposals.Acts;

namespace Proposals.Consultation;

public static class ConsultationRefusals
{
    public static Refusal Lacking(string act, int valid, int required) => new("consultation.lacking", new ActName(act), valid, required);

    public static Refusal LeaderMustMeet(string act, int round) => new("consultation.leader-must-meet", new ActName(act), round);

    public static Refusal ProofMissing(ContactKind kind) => new("consultation.proof-missing", kind);

    public static Refusal ProofUsedBefore(string file, int number, DateOnly on) => new("consultation.proof-used-before", file, number, on);

    public static Refusal ProofOfAnotherCase(string file, DateOnly on) => new("consultation.proof-of-another", file, on);

    public static Refusal NotAllocatedYet { get; } = new("consultation.not-allocated");

    public static Refusal UnknownProposer { get; } = new("consultation.unknown-proposer");

    public static Refusal Unknown { get; } = new("consultation.unknown");

    public static Refusal ReplyRestsOnIt { get; } = new("consultation.reply-rests-on-it");

    public static Refusal NothingLacks { get; } = new("consultation.nothing-lacks");
}
