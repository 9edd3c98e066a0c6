using Proposals.Handling;
using Proposals.Intake;

namespace Proposals.Feedback;

/// <summary>A form that did not come back yet: whose, and about which round's reply.</summary>
public sealed record AwaitedForm(Proposer Proposer, int Round)
{
    /// <summary>Of every reply that went out, the last one first. Neither a lapse nor the end of the case makes a form unwelcome.</summary>
    public static IReadOnlyList<AwaitedForm> Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Case.OwesOpinion ? [] :
        [
            .. file.Replies.Where(reply => reply.DeliveredOn is not null).OrderByDescending(reply => reply.Round).SelectMany(reply => file.Case.Proposers
                .Where(proposer => proposer.IsOwedReply && reply.Deliveries.Exists(delivery => delivery.ProposerId == proposer.Id)
                    && !file.Forms.Any(form => form.Round == reply.Round && form.ProposerId == proposer.Id))
                .Select(proposer => new AwaitedForm(proposer, reply.Round))),
        ];
    }
}
