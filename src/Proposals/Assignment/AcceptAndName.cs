using Proposals.Acts;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>科室接收并确定经办人: the head takes the case and names one person for it.</summary>
public sealed record AcceptAndName(Guid HandlerId) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (subject.AllocatedOn is null || subject.AcceptedOn is not null)
        {
            return AssignmentRefusals.NotAllocated;
        }

        if (await scene.FindPersonAsync(HandlerId, cancellationToken) is not { } handler)
        {
            return ActRefusals.UnknownPerson;
        }

        if (handler.DepartmentId != subject.DepartmentId || !handler.Duties.Includes(Duties.Staff))
        {
            return AssignmentRefusals.HandlerOutsideDepartment(handler.DisplayName);
        }

        if (scene.NotBefore(subject.AllocatedOn) is { } tooEarly)
        {
            return tooEarly;
        }

        subject.AcceptedOn = scene.OccurredOn;
        subject.HandlerId = HandlerId;
        scene.Db.HandlerTenures.Add(new HandlerTenure
        {
            Id = TimedId.At(scene.Now),
            CaseId = subject.Id,
            HandlerId = HandlerId,
            NamedById = scene.Decider.Id,
            FromOn = scene.OccurredOn,
        });
        scene.Means(AssignmentSteps.Accept, "Accepted");
        if (subject.IsKey)
        {
            await Handling.BeginPlan.OweAsync(scene, subject.AssignedOn, cancellationToken);
        }

        await UnitOpinions.CollectAsync(scene, cancellationToken);
        return null;
    }
}
