using Proposals.Acts;
using Proposals.Handling;

namespace Proposals.Reply;

/// <summary>登记主办复函: the reply of the unit that leads came to us; with it our part is closed.</summary>
public sealed record FileLeadReply(FileId? PaperId) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (!subject.OwesOpinion || subject.UnitThatLeads() is not { } lead)
        {
            return ReplyRefusals.NoOpinionOwed;
        }

        if (scene.Reply is not { DeliveredOn: { } sentOn })
        {
            return ReplyRefusals.OpinionNotSent;
        }

        if (subject.ClosedOn is not null)
        {
            return ReplyRefusals.LeadReplyAlreadyFiled;
        }

        if (PaperId is null && !scene.IsTakenOver)
        {
            return ReplyRefusals.LeadReplyMissing;
        }

        if ((scene.NotBefore(sentOn) ?? await scene.AttachAsync(PaperId is { } paper ? [paper] : [], Name, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        lead.AnsweredOn = scene.OccurredOn;
        lead.PaperId = PaperId;
        scene.CloseCase(scene.OccurredOn);
        scene.Means(ReplySteps.LeadReply, "Received");
        return null;
    }
}
