using Proposals.Acts;
using Proposals.Deadlines;

namespace Proposals.Feedback;

/// <summary>逾期未反馈: the term ran out without a form. It is no rating and never counts as one.</summary>
public sealed record RecordLapse : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (scene.Reply?.DeliveredOn is null || scene.Case.ClosedOn is not null)
        {
            return FeedbackRefusals.NotDelivered;
        }

        if (scene.Deadlines.Lines.LastOrDefault(line => line.Kind == DeadlineKind.FeedbackReturn && line.IsOpen) is not { } term)
        {
            return FeedbackRefusals.AlreadyEntered;
        }

        if (scene.OccurredOn <= term.DueOn)
        {
            return FeedbackRefusals.TermStillRuns(term.DueOn);
        }

        scene.Case.FeedbackLapsed = true;
        scene.Deadlines.Drop(DeadlineKind.FeedbackReturn, scene.OccurredOn);
        await FeedbackSettlement.AcceptAsync(scene, cancellationToken);
        scene.Means(FeedbackSteps.Collect, "Lapsed");
        return null;
    }
}
