using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Feedback;

/// <summary>更正重新交办: its day, from which the round's own term counts, and what the assigning body wrote.</summary>
public sealed record CorrectRound(int Round, string Reason) : CorrectionAct(Reason)
{
    public DateOnly? ReassignedOn { get; init; }

    public string? ReassignmentOpinion { get; init; }

    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var (subject, caseId, number) = (scene.Case, scene.Case.Id, Round);
        if (await scene.Db.HandlingRounds.FirstOrDefaultAsync(known => known.CaseId == caseId && known.Number == number, cancellationToken) is not { } round)
        {
            return CorrectionRefusals.UnknownRow;
        }

        var refusal = ActRefusals.Check(nameof(ReassignmentOpinion), ReassignmentOpinion, required: false)
            ?? (ReassignedOn is null ? null : await CheckDayAsync(scene, sheet, cancellationToken));
        if (refusal is not null)
        {
            return refusal;
        }

        sheet.Set(nameof(ReassignmentOpinion), round.Id, round.Opinion, ReassignmentOpinion, text => round.Opinion = text);
        var before = round.ReassignedOn;
        if (sheet.Set<DateOnly>(nameof(ReassignedOn), round.Id, before, ReassignedOn, day => round.ReassignedOn = day))
        {
            subject.RoundBeganOn = number == subject.Round ? round.ReassignedOn : subject.RoundBeganOn;
            sheet.Moved(scene.Deadlines.Restart(before, round.ReassignedOn, [DeadlineKind.Rehandle]));
        }

        return null;
    }

    private async Task<Refusal?> CheckDayAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var (db, caseId, number, earlier) = (scene.Db, scene.Case.Id, Round, Round - 1);
        return sheet.Between(
            ReassignedOn,
            [
                new("DeliveredOn", await db.Replies.Where(reply => reply.CaseId == caseId && reply.Round == earlier).MaxAsync(reply => reply.DeliveredOn, cancellationToken)),
                new("FormOn", await db.FeedbackForms.Where(form => form.CaseId == caseId && form.Round == earlier).MaxAsync(form => (DateOnly?)form.ReceivedOn, cancellationToken)),
            ],
            [
                new("HeldOn", await db.Consultations.Where(held => held.CaseId == caseId && held.Round == number && held.VoidedOn == null).MinAsync(held => (DateOnly?)held.HeldOn, cancellationToken)),
                new("OverriddenOn", await db.GateOverrides.Where(granted => granted.CaseId == caseId && granted.Round == number).MinAsync(granted => (DateOnly?)granted.ApprovedOn, cancellationToken)),
                new("UnitAskedOn", number == scene.Case.Round ? scene.Case.Units.Where(unit => unit.AskedOn >= scene.Case.RoundBeganOn).Min(unit => unit.AskedOn) : null),
                new("SubmittedOn", await db.Replies.Where(reply => reply.CaseId == caseId && reply.Round == number).MinAsync(reply => reply.FirstSubmittedOn, cancellationToken)),
            ]);
    }
}
