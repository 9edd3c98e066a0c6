using Proposals.Acts;
using Proposals.Intake;

namespace Proposals.Reply;

public static class ReplyRefusals
{
    public static Refusal NotAccepted { get; } = new("reply.not-accepted");

    public static Refusal PromiseInThePast(string promise, DateOnly dueOn) => new("reply.promise-in-the-past", promise, dueOn);

    public static Refusal UnknownClass(string code) => new("reply.unknown-class", code);

    public static Refusal CommitmentsMissing(string resultClass) => new("reply.commitments-missing", resultClass);

    public static Refusal NothingSubmitted { get; } = new("reply.nothing-submitted");

    public static Refusal AlreadySubmitted { get; } = new("reply.already-submitted");

    public static Refusal AlreadySigned { get; } = new("reply.already-signed");

    public static Refusal NotSigned { get; } = new("reply.not-signed");

    public static Refusal NotSealed { get; } = new("reply.not-sealed");

    public static Refusal AlreadySealed(string number) => new("reply.already-sealed", number);

    /// <summary>Whose number it is, so that the clerk sees which of the two papers is wrong.</summary>
    public static Refusal NumberTaken(string number, ItemKind kind, string caseNumber, string subject) => new("reply.number-taken", number, kind, caseNumber, subject);

    public static Refusal NobodyChosen { get; } = new("reply.nobody-chosen");

    public static Refusal AlreadyDelivered { get; } = new("reply.already-delivered");

    public static Refusal AlreadyCopied(string recipient) => new("reply.already-copied", recipient);

    /// <summary>A class and promises belong to the reply of the unit that leads.</summary>
    public static Refusal OpinionHasNoClass { get; } = new("reply.opinion-has-no-class");

    public static Refusal OpinionGoesToTheLead { get; } = new("reply.opinion-goes-to-the-lead");

    public static Refusal NoOpinionOwed { get; } = new("reply.no-opinion-owed");

    public static Refusal OpinionAlreadySent(DateOnly on) => new("reply.opinion-already-sent", on);

    public static Refusal OpinionNotSent { get; } = new("reply.opinion-not-sent");

    public static Refusal LeadReplyAlreadyFiled { get; } = new("reply.lead-reply-already-filed");

    public static Refusal LeadReplyMissing { get; } = new("reply.lead-reply-missing");
}
