using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;

namespace Proposals.Assignment;

/// <summary>退办报批: the leader lets the request go to the assigning body, or has the bureau keep the case.</summary>
public sealed record DecideReturn(bool Agrees) : CaseAct
{
    /// <summary>Required for a no, and for the principal's yes to a request that came too late.</summary>
    public string Opinion { get; init; } = "";

    public override bool IsForHeldCases => true;

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        var caseId = subject.Id;
        var request = scene.Db.InHand<ReturnRequest>().FirstOrDefault(row => row.Approved is null)
            ?? await scene.Db.ReturnRequests.FirstOrDefaultAsync(row => row.CaseId == caseId && row.Approved == null, cancellationToken);
        if (request is null || subject.ReturnStage != ReturnStage.AwaitingLeader)
        {
            return AssignmentRefusals.NoReturnPending;
        }

        var isPrincipal = scene.Decider.Duties.Includes(Duty.Principal);
        var isLate = ReturnWindow.IsLate(request, subject.AssignedOn, scene.Rules);
        if (isLate && !isPrincipal)
        {
            return AssignmentRefusals.ReturnLate(ReturnWindow.LastDay(subject.AssignedOn, scene.Rules));
        }

        if (!isPrincipal && scene.Decider.Id != request.LeaderId)
        {
            return ActRefusals.NotEntitled(scene.Decider.DisplayName, Name);
        }

        if ((ActRefusals.Check(nameof(Opinion), Opinion, required: !Agrees || isLate) ?? scene.NotBefore(request.RequestedOn)) is { } refusal)
        {
            return refusal;
        }

        request.Approved = Agrees;
        request.DecidedById = scene.Decider.Id;
        request.DecidedOn = scene.OccurredOn;
        request.DecisionOpinion = Opinion.Trim();
        if (Agrees)
        {
            scene.Deadlines.Meet(DeadlineKind.ReturnWindow, scene.OccurredOn);
            scene.Deadlines.Open(DeadlineKind.ReturnDecision, scene.OccurredOn);
            subject.ReturnStage = ReturnStage.AwaitingAnswer;
        }
        else
        {
            scene.Deadlines.Drop(DeadlineKind.ReturnWindow, scene.OccurredOn);
            subject.ReturnStage = null;
            subject.HeldBy = null;
        }

        scene.Means(AssignmentSteps.ApproveReturn, Agrees ? "Agreed" : "Disagreed");
        return null;
    }
}
