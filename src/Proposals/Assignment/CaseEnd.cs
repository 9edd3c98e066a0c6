using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Workflows.Execution;

namespace Proposals.Assignment;

/// <summary>A case that leaves the bureau without a reply: nothing is owed, nobody has a task, no workflow runs. Its history stays.</summary>
internal static class CaseEnd
{
    /// <summary>A proposer holds a reply of ours. An opinion to the unit that leads is none: the item may still be taken back before that unit replies.</summary>
    public static bool IsReplied(this CaseScene scene) =>
        scene.Case.RepliedOn is not null || (!scene.Case.OwesOpinion && scene.Reply is { } reply && (reply.DeliveredOn is not null || reply.Deliveries.Count > 0));

    public static void EndCase(this CaseScene scene, CaseEnding ending, string reason)
    {
        var subject = scene.Case;
        subject.Ending = ending;
        subject.EndedOn = scene.OccurredOn;
        subject.EndReason = reason.Trim();
        subject.HeldBy = null;
        subject.ReturnStage = null;
        scene.EndPause(scene.OccurredOn);
        scene.Deadlines.DropAll(scene.OccurredOn);
        scene.Tells(new Cancel(ending.ToString(), scene.Now));
    }
}
