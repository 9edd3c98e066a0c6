using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>提出协办意见: a helping department's head answers for his department; the last one ends the asking.</summary>
public sealed record GiveDepartmentOpinion(string Opinion) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var all = await CoDepartmentWork.LoadAsync(scene, cancellationToken);
        var deciderId = scene.Decider.Id;
        var headed = await scene.Db.Departments.AsNoTracking().Where(known => known.HeadId == deciderId).Select(known => known.Id).ToListAsync(cancellationToken);
        var ofHis = all.Where(known => known.DepartmentId == scene.Decider.DepartmentId || headed.Contains(known.DepartmentId)).ToList();
        if (ofHis.Count == 0)
        {
            return ActRefusals.NotEntitled(scene.Decider.DisplayName, Name);
        }

        if (ofHis.Find(CoDepartmentWork.IsOpen) is not { } named)
        {
            return UnitRefusals.NotNamed;
        }

        if ((CoDepartmentWork.Check(scene) ?? scene.NotBefore(named.NamedOn) ?? ActRefusals.Check(nameof(Opinion), Opinion, Lengths.LongText)) is { } refusal)
        {
            return refusal;
        }

        named.AnsweredOn = scene.OccurredOn;
        named.AnsweredById = deciderId;
        named.Opinion = Opinion.Trim();
        scene.AnswersPart(AssignmentSteps.DepartmentOpinion, named.DepartmentId);
        if (!all.Any(CoDepartmentWork.IsOpen))
        {
            scene.Means(AssignmentSteps.DepartmentOpinion, "AllIn");
        }

        return null;
    }
}
