using Proposals.Acts;
using Proposals.People;

namespace Proposals.Assignment;

/// <summary>取消协办: a department that was asked need not answer after all.</summary>
public sealed record ReleaseCoDepartment(DepartmentId DepartmentId, string Reason) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var all = await CoDepartmentWork.LoadAsync(scene, cancellationToken);
        var ofIt = all.Where(known => known.DepartmentId == DepartmentId).ToList();
        if (ofIt.Find(CoDepartmentWork.IsOpen) is not { } named)
        {
            return UnitRefusals.NotNamed;
        }

        if ((CoDepartmentWork.Check(scene) ?? scene.NotBefore(named.NamedOn) ?? ActRefusals.Check(nameof(Reason), Reason)) is { } refusal)
        {
            return refusal;
        }

        named.ReleasedOn = scene.OccurredOn;
        scene.WithdrawsPart(AssignmentSteps.DepartmentOpinion, DepartmentId);
        if (!all.Any(CoDepartmentWork.IsOpen))
        {
            scene.Means(AssignmentSteps.DepartmentOpinion, all.Any(known => known.AnsweredOn is not null) ? "AllIn" : "NotNeeded");
        }

        return null;
    }
}
