using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Reply;

/// <summary>更正会办意见送出日期: the day our opinion reached the unit that leads. It decides whether we were in time, so the director does it, from a paper.</summary>
public sealed record CorrectSentOpinion(ReplyId ReplyId, string Reason) : CorrectionAct(Reason)
{
    public DateOnly? OpinionSentOn { get; init; }

    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var (caseId, id) = (scene.Case.Id, ReplyId);
        var opinion = await scene.Db.Replies.Include(known => known.Copies)
            .FirstOrDefaultAsync(known => known.Id == id && known.CaseId == caseId && known.Kind == ReplyKind.CoOrganizerOpinion, cancellationToken);
        if (opinion is null)
        {
            return CorrectionRefusals.UnknownRow;
        }

        if (opinion.DeliveredOn is not { } before)
        {
            return CorrectionRefusals.NotThereYet(nameof(OpinionSentOn));
        }

        var refusal = CheckDirector(scene)
            ?? sheet.Between(OpinionSentOn, [new("SealedOn", opinion.SealedOn)], [new("ClosedOn", scene.Case.ClosedOn), new("EndedOn", scene.Case.EndedOn)]);
        if (refusal is not null)
        {
            return refusal;
        }

        if (sheet.Set<DateOnly>(nameof(OpinionSentOn), opinion.Id.Value, before, OpinionSentOn, day => opinion.DeliveredOn = day) && OpinionSentOn is { } sent)
        {
            opinion.Copies.FindAll(copy => copy.On == before).ForEach(copy => copy.On = sent);
            scene.Deadlines.Remeet(DeadlineKind.CoOpinion, opinion.Round, sent);
        }

        return null;
    }
}
