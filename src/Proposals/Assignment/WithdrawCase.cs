using Proposals.Acts;
using Proposals.Handling;

namespace Proposals.Assignment;

/// <summary>撤案: the proposer took the item back in writing, before we replied; the handling ends at once, on the day of the notice.</summary>
public sealed record WithdrawCase(string Reason, FileId? NoticeId) : CaseAct
{
    public override bool IsForHeldCases => true;

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (scene.Case.ClosedOn is not null)
        {
            return ActRefusals.WrongState(scene.Case.State);
        }

        if (scene.IsReplied())
        {
            return AssignmentRefusals.RepliedStays;
        }

        if (NoticeId is null && !scene.IsTakenOver)
        {
            return AssignmentRefusals.NoticeMissing;
        }

        var refusal = ActRefusals.Check(nameof(Reason), Reason) ?? await scene.AttachAsync(NoticeId is { } notice ? [notice] : [], Name, cancellationToken);
        if (refusal is null)
        {
            scene.EndCase(CaseEnding.Withdrawn, Reason);
        }

        return refusal;
    }
}
