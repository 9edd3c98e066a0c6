using Proposals.Acts;

namespace Proposals.Handling;

public static class CorrectionRefusals
{
    public static Refusal NothingChanged { get; } = new("correction.nothing-changed");

    public static Refusal UnknownRow { get; } = new("correction.unknown-row");

    public static Refusal TooEarly(DateOnly day, string cause, DateOnly on) => new("correction.too-early", day, new FieldName(cause), on);

    public static Refusal TooLate(DateOnly day, string consequence, DateOnly on) => new("correction.too-late", day, new FieldName(consequence), on);

    public static Refusal OnlyTheDirector { get; } = new("correction.only-the-director");

    public static Refusal EvidenceMissing { get; } = new("correction.evidence-missing");

    /// <summary>The number of units in the case, or a signed reply, says otherwise.</summary>
    public static Refusal RoleIsUsed { get; } = new("correction.role-is-used");

    /// <summary>He was met, or has the reply: he cannot be struck out.</summary>
    public static Refusal ProposerIsPart(string name) => new("correction.proposer-is-part", name);

    /// <summary>All who were owed the reply have it; nobody new is owed it now.</summary>
    public static Refusal ReplyIsDelivered { get; } = new("correction.reply-is-delivered");

    /// <summary>Whose day made the case replied cannot become another afterwards.</summary>
    public static Refusal LeadIsServed { get; } = new("correction.lead-is-served");

    public static Refusal ReplyRestsOnIt { get; } = new("correction.reply-rests-on-it");

    /// <summary>The next round began because of this rating.</summary>
    public static Refusal RoundRestsOnIt(int round) => new("correction.round-rests-on-it", round);

    public static Refusal NotThereYet(string field) => new("correction.not-there-yet", new FieldName(field));

    public static Refusal LastProof(int number) => new("correction.last-proof", number);

    /// <summary>Without it the act it came with would have been refused.</summary>
    public static Refusal PaperIsRequired(string act) => new("correction.paper-is-required", new ActName(act));

    /// <summary>A signed form is exchanged together with what it says.</summary>
    public static Refusal PaperIsForm { get; } = new("correction.paper-is-form");
}
