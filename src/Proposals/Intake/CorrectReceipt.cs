using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;

namespace Proposals.Intake;

/// <summary>更正签收日期.</summary>
public sealed record CorrectReceipt(string Reason, DateOnly ReceivedOn) : CorrectionAct(Reason)
{
    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (subject.ReceivedOn is null)
        {
            return CorrectionRefusals.NotThereYet(nameof(ReceivedOn));
        }

        var caseId = subject.Id;
        var proposedOn = await scene.Db.Allocations.Where(allocation => allocation.CaseId == caseId).MinAsync(allocation => (DateOnly?)allocation.ProposedOn, cancellationToken);
        var refusal = sheet.Between(ReceivedOn, [new("AssignedOn", subject.AssignedOn)], [new("ProposedOn", proposedOn), new("EndedOn", subject.EndedOn)]);
        if (refusal is null)
        {
            sheet.Set<DateOnly>(nameof(ReceivedOn), null, subject.ReceivedOn, ReceivedOn, day => subject.ReceivedOn = day);
        }

        return refusal;
    }
}
