using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Intake;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>增办答复: granted, the unit takes part from now on, and an item that was ours alone is ours with others.</summary>
public sealed record AnswerAddUnit(Guid RequestId, bool Granted) : CaseAct
{
    /// <summary>As the answer says it; what we asked for where it says nothing.</summary>
    public OtherUnitRole? Role { get; init; }

    public string Answer { get; init; } = "";

    public override bool IsForHeldCases => true;

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        var (caseId, requestId) = (subject.Id, RequestId);
        var request = await scene.Db.AddUnitRequests.FirstOrDefaultAsync(row => row.Id == requestId && row.CaseId == caseId, cancellationToken);
        if (request is not { Granted: null })
        {
            return AssignmentRefusals.NoUnitAskedFor;
        }

        var role = Role ?? request.Role;
        if (Granted && role == OtherUnitRole.LeadOrganizer)
        {
            return AssignmentRefusals.LeadIsNotAdded;
        }

        if (Granted && scene.IsReplied())
        {
            return AssignmentRefusals.RepliedWithoutIt;
        }

        if (Granted && subject.Units.Exists(unit => unit.Name == request.UnitName && unit.RemovedOn is null))
        {
            return AssignmentRefusals.UnitIsThere(request.UnitName);
        }

        if ((ActRefusals.Check(nameof(Answer), Answer, required: false) ?? scene.NotBefore(request.RequestedOn)) is { } refusal)
        {
            return refusal;
        }

        request.Granted = Granted;
        request.AnsweredOn = scene.OccurredOn;
        request.Answer = Answer.Trim();
        if (Granted)
        {
            scene.Db.CaseUnits.Add(new CaseUnit { Id = TimedId.At(scene.Now), CaseId = caseId, Name = request.UnitName, Role = role });
            subject.OurRole = subject.OurRole != OurRole.SoleOrganizer ? subject.OurRole
                : role == OtherUnitRole.SplitHandling ? OurRole.SplitHandling : OurRole.LeadOrganizer;
            await UnitOpinions.CollectAsync(scene, cancellationToken);
        }

        return null;
    }
}
