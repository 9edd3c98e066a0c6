using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Designer;

namespace Proposals.Handling;

/// <summary>办结: nothing of the case is owed any more but its way into the archive, and nobody is asked for what stands beside its own way.</summary>
internal static class CaseClose
{
    public static void CloseCase(this CaseScene scene, DateOnly on)
    {
        scene.Case.InFollowUp = false;
        scene.Case.ClosedOn = on;
        scene.LayAside(on);
        scene.Deadlines.Open(DeadlineKind.Archive, on);
    }

    /// <summary>A plan, an opinion or a handler that a finished case still asked for would keep its lamp lit, and nobody could answer.</summary>
    public static void LayAside(this CaseScene scene, DateOnly on)
    {
        scene.EndPause(on);
        scene.Deadlines.DropAll(on);
        scene.Ends(OfficeWorkflows.Plan);
        scene.Ends(OfficeWorkflows.Extension);
        scene.Ends(OfficeWorkflows.UnitOpinions);
        scene.Ends(OfficeWorkflows.DepartmentOpinions);
    }
}
