using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Designer;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>指定协办科室: other departments are asked a question; each head has it in his inbox until he answered.</summary>
public sealed record NameCoDepartments(IReadOnlyList<DepartmentId> DepartmentIds, string Question) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var refusal = CoDepartmentWork.Check(scene)
            ?? (DepartmentIds.Count == 0 ? UnitRefusals.NobodyChosen : null)
            ?? scene.NotBefore(scene.Case.AllocatedOn)
            ?? ActRefusals.Check(nameof(Question), Question)
            ?? await CheckDepartmentsAsync(scene, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        scene.Db.CoDepartments.AddRange(DepartmentIds.Distinct().Select(id => new CoDepartment
        {
            Id = TimedId.At(scene.Now),
            CaseId = scene.Case.Id,
            DepartmentId = id,
            NamedOn = scene.OccurredOn,
            NamedById = scene.Decider.Id,
            Question = Question.Trim(),
        }));
        if (await scene.RunsAsync(OfficeWorkflows.DepartmentOpinions, cancellationToken))
        {
            scene.Widens(AssignmentSteps.DepartmentOpinion);
        }
        else
        {
            scene.Begins(OfficeWorkflows.DepartmentOpinions);
        }

        return null;
    }

    private async Task<Refusal?> CheckDepartmentsAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var departments = await scene.Db.Departments.AsNoTracking().Where(known => DepartmentIds.Contains(known.Id)).ToDictionaryAsync(known => known.Id, cancellationToken);
        var named = await CoDepartmentWork.LoadAsync(scene, cancellationToken);
        foreach (var id in DepartmentIds)
        {
            if (!departments.TryGetValue(id, out var department))
            {
                return AssignmentRefusals.UnknownDepartment;
            }

            if (id == scene.Case.DepartmentId)
            {
                return UnitRefusals.HandlesItItself(department.Name);
            }

            if (department.HeadId is null)
            {
                return AssignmentRefusals.DepartmentWithoutHead(department.Name);
            }

            if (named.Any(known => known.DepartmentId == id && CoDepartmentWork.IsOpen(known)))
            {
                return UnitRefusals.AlreadyNamed(department.Name);
            }
        }

        return null;
    }
}
