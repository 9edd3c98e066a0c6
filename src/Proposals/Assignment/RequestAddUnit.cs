using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>建议增加承办单位: we handle it, and ask the assigning body for a further unit. The work goes on meanwhile.</summary>
public sealed record RequestAddUnit(string UnitName, OtherUnitRole Role, string Reason) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (subject.ClosedOn is not null || subject.RepliedOn is not null || scene.Reply?.DeliveredOn is not null)
        {
            return ActRefusals.WrongState(subject.State);
        }

        if (Role == OtherUnitRole.LeadOrganizer)
        {
            return AssignmentRefusals.LeadIsNotAdded;
        }

        if ((ActRefusals.Check(nameof(UnitName), UnitName, Lengths.Name) ?? ActRefusals.Check(nameof(Reason), Reason)) is { } refusal)
        {
            return refusal;
        }

        var (caseId, name) = (subject.Id, UnitName.Trim());
        if (subject.Units.Exists(unit => unit.Name == name && unit.RemovedOn is null))
        {
            return AssignmentRefusals.UnitIsThere(name);
        }

        if (await scene.Db.AddUnitRequests.AnyAsync(earlier => earlier.CaseId == caseId && earlier.UnitName == name && earlier.Granted == null, cancellationToken))
        {
            return AssignmentRefusals.UnitIsAskedFor(name);
        }

        scene.Db.AddUnitRequests.Add(new AddUnitRequest
        {
            Id = TimedId.At(scene.Now),
            CaseId = caseId,
            UnitName = name,
            Role = Role,
            Reason = Reason.Trim(),
            RequestedById = scene.Decider.Id,
            RequestedOn = scene.OccurredOn,
        });
        return null;
    }
}
