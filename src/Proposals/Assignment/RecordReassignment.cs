using Proposals.Acts;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>改办: the assigning body gave the item to another unit of its own accord, before we replied.</summary>
public sealed record RecordReassignment(string WentTo) : CaseAct
{
    /// <summary>Leaves room for the unit in the one line that says why the case ended.</summary>
    public const int LongestReason = Lengths.Remark - Lengths.Name - 16;

    public string Reason { get; init; } = "";

    /// <summary>The assigning body's notice.</summary>
    public FileId? PaperId { get; init; }

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

        if (PaperId is null && !scene.IsTakenOver)
        {
            return AssignmentRefusals.ReassignmentPaperMissing;
        }

        var refusal = ActRefusals.Check(nameof(WentTo), WentTo, Lengths.Name) ?? ActRefusals.Check(nameof(Reason), Reason, LongestReason, required: false)
            ?? await scene.AttachAsync(PaperId is { } paper ? [paper] : [], Name, cancellationToken);
        if (refusal is null)
        {
            // Written for the file, so in the office's language.
            scene.EndCase(CaseEnding.Reassigned, $"改由{WentTo.Trim()}办理。{Reason.Trim()}");
        }

        return refusal;
    }
}
