using Microsoft.EntityFrameworkCore;
using Proposals.Acts;

namespace Proposals.Consultation;

/// <summary>作废: the record stays readable and counts no more. Not once a signed reply rests on it.</summary>
public sealed record VoidConsultation(ConsultationId ConsultationId, string Reason) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (ActRefusals.Check(nameof(Reason), Reason) is { } refusal)
        {
            return refusal;
        }

        var caseId = scene.Case.Id;
        var held = await scene.Db.Consultations.FirstOrDefaultAsync(known => known.Id == ConsultationId && known.CaseId == caseId && known.VoidedOn == null, cancellationToken);
        if (held is null)
        {
            return ConsultationRefusals.Unknown;
        }

        if (held.Round < scene.Case.Round || scene.Reply?.SignedOn is not null)
        {
            return ConsultationRefusals.ReplyRestsOnIt;
        }

        held.VoidedOn = scene.OccurredOn;
        held.VoidReason = Reason;
        await ConsultationTally.ProjectAsync(scene, cancellationToken);
        ConsultationTally.MeetFirstContact(scene);
        return null;
    }
}
