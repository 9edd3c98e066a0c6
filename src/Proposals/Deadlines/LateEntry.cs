using Proposals.Acts;
using Proposals.Handling;

namespace Proposals.Deadlines;

/// <summary>A date that is over is not saved by an earlier day in a form: that something was done in time, a paper says.</summary>
internal static class LateEntry
{
    public static Refusal? CheckProven(this CaseScene scene, DateOnly due, FileId? paper = null) =>
        due < scene.Today && paper is null && !scene.HasOriginal && !scene.IsTakenOver ? DeadlineRefusals.OverWithoutPaper(due) : null;
}
