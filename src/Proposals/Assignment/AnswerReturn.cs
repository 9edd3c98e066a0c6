using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>退办答复: what the assigning body answered. Granted, the case leaves the bureau; refused, it is where it was, with the date it had.</summary>
public sealed record AnswerReturn(bool Granted) : CaseAct
{
    public string Answer { get; init; } = "";

    /// <summary>The unit that has it now; the one we suggested where nothing is said.</summary>
    public string WentTo { get; init; } = "";

    public FileId? PaperId { get; init; }

    public override bool IsForHeldCases => true;

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        var caseId = subject.Id;
        var request = scene.Db.InHand<ReturnRequest>().FirstOrDefault(row => row is { Approved: true, Granted: null })
            ?? await scene.Db.ReturnRequests.FirstOrDefaultAsync(row => row.CaseId == caseId && row.Approved == true && row.Granted == null, cancellationToken);
        if (request is null || subject.ReturnStage != ReturnStage.AwaitingAnswer)
        {
            return AssignmentRefusals.NoReturnSent;
        }

        var refusal = ActRefusals.Check(nameof(Answer), Answer, required: false) ?? ActRefusals.Check(nameof(WentTo), WentTo, Lengths.Name, required: false)
            ?? scene.NotBefore(request.DecidedOn) ?? await scene.AttachAsync(PaperId is { } paper ? [paper] : [], Name, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        request.Granted = Granted;
        request.AnsweredOn = scene.OccurredOn;
        request.Answer = Answer.Trim();
        request.AnswerPaperId = PaperId;
        scene.Means(AssignmentSteps.AwaitReturnDecision, Granted ? "Granted" : "Refused");
        scene.Deadlines.Meet(DeadlineKind.ReturnDecision, scene.OccurredOn);
        if (Granted)
        {
            request.WentTo = string.IsNullOrWhiteSpace(WentTo) ? request.SuggestedUnit : WentTo.Trim();
            scene.EndCase(CaseEnding.Returned, request.Reason);
        }
        else
        {
            subject.ReturnStage = null;
            subject.HeldBy = null;
            if (subject.AllocatedOn is null)
            {
                // Only a reminder to allocate: what is owed to the proposer keeps its date.
                scene.Deadlines.Drop(DeadlineKind.InternalAllocation, scene.OccurredOn);
                scene.Deadlines.Open(DeadlineKind.InternalAllocation, scene.OccurredOn);
            }
        }

        return null;
    }
}
