using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Persistence;

namespace Proposals.FollowUp;

/// <summary>B转A: what was promised is done and the proposer knows it. The class at the first reply stays what it was.</summary>
public sealed record UpgradeClass(string ResultClass) : CaseAct
{
    /// <summary>Needed where a promise of the case is open or failed.</summary>
    public string Reason { get; init; } = "";

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (subject.ResultClass is not { } before || subject.RepliedOn is null)
        {
            return FollowUpRefusals.NotDeliveredYet;
        }

        if (scene.Profile.ClassOf(ResultClass) is not { } wanted || !MayBecome(scene.Profile.ClassOf(before), wanted))
        {
            return FollowUpRefusals.NoUpgrade(before, ResultClass);
        }

        var caseId = subject.Id;
        var told = await scene.Db.SecondReplies.Where(known => known.CaseId == caseId).OrderByDescending(known => known.On).ThenByDescending(known => known.Id)
            .Select(known => new { known.Id, known.On }).FirstOrDefaultAsync(cancellationToken);
        if (told is null)
        {
            return FollowUpRefusals.SecondReplyMissing;
        }

        var notKept = await scene.Db.Commitments.CountAsync(known => known.CaseId == caseId && known.State != CommitmentState.Kept, cancellationToken);
        if (notKept > 0 && string.IsNullOrWhiteSpace(Reason))
        {
            return FollowUpRefusals.NotAllKept(notKept);
        }

        if ((scene.NotBefore(told.On) ?? ActRefusals.Check(nameof(Reason), Reason, required: false)) is { } refusal)
        {
            return refusal;
        }

        subject.ResultClass = wanted.Code;
        scene.Db.ClassChanges.Add(new ClassChange
        {
            Id = TimedId.At(scene.Now),
            CaseId = caseId,
            Before = before,
            After = wanted.Code,
            Reason = Reason.Trim(),
            On = scene.OccurredOn,
            ById = scene.Decider.Id,
            SecondReplyId = told.Id,
        });
        return null;
    }

    /// <summary>Only upwards: a class that promises may become one that solves.</summary>
    public static bool MayBecome(ResultClass? before, ResultClass wanted) => before is { MayBeUpgraded: true } && Rank(wanted) > Rank(before);

    private static int Rank(ResultClass known) => known.CountsAsResolved ? 2 : known.CountsAsPlanned ? 1 : 0;
}
