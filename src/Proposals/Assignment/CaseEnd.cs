using Proposals.Acts;
using Proposals.Handling;
using Proposals.Workflows.Execution;

namespace Proposals.Assignment;

/// <summary>A case that leaves the bureau without a reply: nothing is owed, nobody has a task, no workflow runs. Its history stays.</summary>
internal static class CaseEnd
{
    public static void EndCase(this CaseScene scene, CaseEnding ending, string reason)
    {
        var subject = scene.Case;
        subject.Ending = ending;
        subject.EndedOn = scene.OccurredOn;
        subject.EndReason = reason.Trim();
        subject.HeldBy = null;
        subject.ReturnStage = null;
        scene.Deadlines.DropAll(scene.OccurredOn);
        scene.Tells(new Cancel(ending.ToString(), scene.Now));
    }
}
