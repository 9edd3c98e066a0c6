using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>拟办: the office suggests department and leader; the leader decides.</summary>
public sealed record ProposeAllocation(DepartmentId DepartmentId) : CaseAct
{
    /// <summary>Another leader than the department's own; null takes that one.</summary>
    public Guid? LeaderId { get; init; }

    public Guid? SuggestedHandlerId { get; init; }

    public string Opinion { get; init; } = "";

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (subject.ReceivedOn is null)
        {
            return AssignmentRefusals.NotReceivedYet;
        }

        if (subject.AllocatedOn is not null)
        {
            return AssignmentRefusals.AlreadyAllocated;
        }

        if (await scene.Db.Allocations.AnyAsync(earlier => earlier.CaseId == subject.Id && earlier.Decision == AllocationDecision.Pending, cancellationToken))
        {
            return AssignmentRefusals.AlreadyProposed;
        }

        var department = await scene.Db.Departments.AsNoTracking().FirstOrDefaultAsync(known => known.Id == DepartmentId, cancellationToken);
        if (department is null)
        {
            return AssignmentRefusals.UnknownDepartment;
        }

        if ((LeaderId ?? department.LeaderId) is not { } leader)
        {
            return AssignmentRefusals.DepartmentWithoutLeader(department.Name);
        }

        if (department.HeadId is null)
        {
            return AssignmentRefusals.DepartmentWithoutHead(department.Name);
        }

        if (await scene.FindPersonAsync(leader, cancellationToken) is not { } person || !person.Duties.Includes(Duties.Leaders))
        {
            return ActRefusals.UnknownPerson;
        }

        if (scene.NotBefore(subject.ReceivedOn) is { } tooEarly)
        {
            return tooEarly;
        }

        scene.Db.Allocations.Add(new InternalAllocation
        {
            Id = TimedId.At(scene.Now),
            CaseId = subject.Id,
            DepartmentId = DepartmentId,
            LeaderId = leader,
            SuggestedHandlerId = SuggestedHandlerId ?? department.DefaultHandlerId,
            Opinion = Opinion,
            ProposedById = scene.Decider.Id,
            ProposedOn = scene.OccurredOn,
        });
        subject.LeaderId = leader;
        scene.Means(AssignmentSteps.Propose, "Submitted");
        return ActRefusals.Check(nameof(Opinion), Opinion, required: false);
    }
}
