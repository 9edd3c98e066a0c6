using Proposals.Assignment;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Handling;

/// <summary>What key items, plans, promises and hand-overs add to 更多.</summary>
public sealed partial class CaseActions
{
    public bool MayUpdate(PlanMeasure measure) =>
        measure.State != MeasureState.Done && Subject is { ClosedOn: null, Ending: null }
        && (desk.MayDo(file, nameof(UpdateMeasure)) || desk.Owes(file, measure.PersonId, measure.DepartmentId));

    public bool MayClear(Commitment commitment) => FollowUp.CommitmentWords.IsReported(commitment) && desk.MayDo(file, nameof(ClearCommitment));

    private IEnumerable<CaseAction> PlanAndPromises(bool isOver)
    {
        if (Subject.Ending is not null)
            yield break;
        if (!isOver)
        {
            foreach (var action in OfThePlan())
                yield return action;
            yield return To(Subject.IsKey ? nameof(UnmarkKeyItem) : nameof(MarkKeyItem));
            if (Subject.AcceptedOn is not null)
                yield return Subject.HandlerId is null ? To(nameof(TransferCase)) with { Text = "Action_NameHandler" } : To(nameof(TransferCase));
        }

        if (!file.Replies.Any(reply => reply.DeliveredOn is not null))
            yield break;
        if (file.Commitments.Count > 0)
            yield return To(nameof(RecordSecondReply));
        if (file.SecondReplies.Count > 0 && desk.Rules.Of(Subject).Profile.ClassOf(Subject.ResultClass) is { MayBeUpgraded: true })
            yield return To(nameof(UpgradeClass));
    }

    private IEnumerable<CaseAction> OfThePlan()
    {
        if (Subject.AcceptedOn is null || file.Plans is [.., { Approved: null }])
            yield break;
        yield return To(nameof(SubmitPlan)) with { Text = file.Plans.Count > 0 ? "Action_PlanAgain" : "Action_Plan" };
        if (!Subject.IsKey && file.Waiting.Any(step => step.ActivityType == "Proposals.DraftPlan"))
            yield return To(nameof(WaivePlan));
    }
}
