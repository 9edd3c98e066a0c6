using Proposals.Handling;
using Proposals.Intake;

namespace Proposals.Reply;

/// <summary>Who gets the reply of a round, and who has it: each proposer who is owed it, the copies, the assigning body's own system. What is missing is to be done; it holds nothing up.</summary>
public sealed record DeliveryChecklist(IReadOnlyList<ProposerCheck> Proposers, IReadOnlyList<CopyCheck> Copies)
{
    public bool LacksDelivery => Proposers.Any(check => check.Delivery is null);

    public IEnumerable<CopyCheck> MissingCopies => Copies.Where(check => check.Copy is null);

    /// <summary>An opinion goes to the unit that leads and to nobody else; what an office brought along from its earlier ledger was copied long ago.</summary>
    public static DeliveryChecklist Of(ProposalCase subject, WrittenReply reply, IReadOnlyList<string> copiesTo)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.Kind == ReplyKind.CoOrganizerOpinion)
        {
            return new DeliveryChecklist([], []);
        }

        var proposers = subject.Proposers.Where(proposer => proposer.IsOwedReply)
            .Select(proposer => new ProposerCheck(proposer, reply.Deliveries.Find(delivery => delivery.ProposerId == proposer.Id)));
        var owed = subject.TakenOverOn is not null ? [] : Owed(subject, copiesTo);
        var copies = owed.Select(entry => new CopyCheck(entry, reply.Copies.Find(copy => copy.Recipient == entry.Recipient && copy.Way == entry.Way)));
        var more = reply.Copies.Where(copy => !owed.Contains(new CopyEntry(copy.Recipient, copy.Way))).Select(copy => new CopyCheck(new CopyEntry(copy.Recipient, copy.Way), copy));
        return new DeliveryChecklist([.. proposers], [.. copies, .. more]);
    }

    /// <summary>抄送 as the letter names it: who must get a copy, and who was given one besides.</summary>
    public static IReadOnlyList<string> CopiedTo(ProposalCase subject, WrittenReply reply, IReadOnlyList<string> copiesTo)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(reply);
        return [.. Recipients(subject, copiesTo).Concat(reply.Copies.Where(copy => copy.Way == CopyWay.Paper).Select(copy => copy.Recipient)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Recipients(ProposalCase subject, IReadOnlyList<string> copiesTo) =>
        copiesTo.Prepend(subject.AssigningBody).Concat(subject.Units.Where(unit => unit.RemovedOn is null).Select(unit => unit.Name)).Distinct(StringComparer.Ordinal);

    private static List<CopyEntry> Owed(ProposalCase subject, IReadOnlyList<string> copiesTo) =>
    [
        .. Recipients(subject, copiesTo).Select(name => new CopyEntry(name, CopyWay.Paper)),
        new CopyEntry(subject.AssigningBody, CopyWay.Uploaded),
    ];
}

/// <param name="Delivery">Null while it has not reached him.</param>
public sealed record ProposerCheck(Proposer Proposer, ReplyDelivery? Delivery);

/// <param name="Copy">Null while nobody ticked it.</param>
public sealed record CopyCheck(CopyEntry Entry, ReplyCopy? Copy);

/// <summary>One further recipient, and how he gets it.</summary>
public sealed record CopyEntry(string Recipient, CopyWay Way);
