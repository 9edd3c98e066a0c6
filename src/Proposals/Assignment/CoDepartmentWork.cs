using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;

namespace Proposals.Assignment;

/// <summary>Who of our own departments is asked, and what that means for the step in which they are.</summary>
internal static class CoDepartmentWork
{
    /// <summary>Asked, and neither answered nor released.</summary>
    public static bool IsOpen(CoDepartment named) => named is { AnsweredOn: null, ReleasedOn: null };

    public static async Task<IReadOnlyList<CoDepartment>> LoadAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        await scene.Db.CoDepartments.Where(named => named.CaseId == caseId).LoadAsync(cancellationToken);
        return [.. scene.Db.InHand<CoDepartment>().Where(named => named.CaseId == caseId).OrderBy(named => named.Id)];
    }

    public static Refusal? Check(CaseScene scene) =>
        scene.Case.AllocatedOn is null ? UnitRefusals.DepartmentNotAllocated
        : scene.Reply?.SignedOn is not null ? Reply.ReplyRefusals.AlreadySigned
        : scene.Case.ClosedOn is not null ? ActRefusals.WrongState(scene.Case.State)
        : null;

    /// <summary>The reply is signed: whoever has not said anything is not asked any more.</summary>
    public static async Task CloseAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var open = (await LoadAsync(scene, cancellationToken)).Where(IsOpen).ToList();
        foreach (var named in open)
        {
            named.ReleasedOn = scene.OccurredOn;
            scene.WithdrawsPart(AssignmentSteps.DepartmentOpinion, named.DepartmentId);
        }

        if (open.Count > 0)
        {
            scene.Means(AssignmentSteps.DepartmentOpinion, "NotNeeded");
        }
    }
}
