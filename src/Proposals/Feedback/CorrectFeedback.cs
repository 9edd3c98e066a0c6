using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Feedback;

/// <summary>更正反馈: what the form really says. A rating is never anybody's opinion but the proposer's, so only the director does it, from a paper.</summary>
public sealed record CorrectFeedback(Guid FormId, string Reason) : CorrectionAct(Reason)
{
    public Rating? Attitude { get; init; }

    public Rating? Result { get; init; }

    public DateOnly? FormOn { get; init; }

    public string? Comments { get; init; }

    /// <summary>The right picture of the form; the wrong one stays, struck out.</summary>
    public FileId? ScanId { get; init; }

    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var (caseId, id) = (scene.Case.Id, FormId);
        if (await scene.Db.FeedbackForms.FirstOrDefaultAsync(known => known.Id == id && known.CaseId == caseId, cancellationToken) is not { } form)
        {
            return CorrectionRefusals.UnknownRow;
        }

        var isLead = scene.Case.Proposers.Exists(known => known.Id == form.ProposerId && known.Decides);
        var refusal = CheckDirector(scene)
            ?? ActRefusals.Check(nameof(Comments), Comments, required: false)
            ?? (FormOn is null ? null : await CheckDayAsync(scene, sheet, form, isLead, cancellationToken))
            ?? await WriteScanAsync(scene, sheet, form, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        sheet.Set(nameof(Comments), id, form.Comments, Comments, text => form.Comments = text);
        var before = form.ReceivedOn;
        if (sheet.Set<DateOnly>(nameof(FormOn), id, before, FormOn, day => form.ReceivedOn = day) && isLead)
        {
            await FollowDayAsync(scene, sheet, form, before, cancellationToken);
        }

        var wasUnsatisfied = IsUnsatisfied(form);
        var isRated = sheet.Set<Rating>(nameof(Attitude), id, form.Attitude, Attitude, rating => form.Attitude = rating);
        isRated |= sheet.Set<Rating>(nameof(Result), id, form.Result, Result, rating => form.Result = rating);
        return isRated && isLead ? await FollowRatingAsync(scene, form, wasUnsatisfied, cancellationToken) : null;
    }

    private static bool IsUnsatisfied(FeedbackForm form) => form.Attitude == Rating.Unsatisfied || form.Result == Rating.Unsatisfied;

    /// <summary>Only on the form that decides rests what came after it, and only where it came after it: a form that came late waits for nothing.</summary>
    private async Task<Refusal?> CheckDayAsync(CaseScene scene, CorrectionSheet sheet, FeedbackForm form, bool isLead, CancellationToken cancellationToken)
    {
        var (subject, db, caseId, round) = (scene.Case, scene.Db, scene.Case.Id, form.Round);
        var cause = new NamedDay("DeliveredOn", await db.Replies.Where(reply => reply.CaseId == caseId && reply.Round == round).MaxAsync(reply => reply.DeliveredOn, cancellationToken));
        if (!isLead)
        {
            return sheet.Between(FormOn, [cause], []);
        }

        var isLast = round == subject.Round;
        return sheet.Between(
            FormOn,
            [cause],
            [
                new("ReassignedOn", await db.HandlingRounds.Where(next => next.CaseId == caseId && next.Number == round + 1).MinAsync(next => (DateOnly?)next.ReassignedOn, cancellationToken)),
                new("ClosedOn", isLast && form.ReceivedOn < subject.ClosedOn ? subject.ClosedOn : null),
                new("ArchivedOn", isLast && (form.ReceivedOn <= subject.ClosedOn) ? subject.ArchivedOn : null),
            ]);
    }

    private async Task<Refusal?> WriteScanAsync(CaseScene scene, CorrectionSheet sheet, FeedbackForm form, CancellationToken cancellationToken)
    {
        if (ScanId is not { } scan || scan == form.ScanId)
        {
            return null;
        }

        if (await scene.AttachAsync([scan], nameof(RecordFeedback), cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var (caseId, wrongId) = (scene.Case.Id, form.ScanId);
        if (await scene.Db.Files.FirstOrDefaultAsync(file => file.Id == wrongId && file.CaseId == caseId, cancellationToken) is { } wrong)
        {
            wrong.VoidedOn = scene.OccurredOn;
            wrong.VoidReason = Reason.Trim();
            wrong.ReplacedById = scan;
        }

        sheet.Note(nameof(ScanId), form.Id, form.ScanId, scan);
        form.ScanId = scan;
        return null;
    }

    /// <summary>A form that ended the case moves its end with it.</summary>
    private static async Task FollowDayAsync(CaseScene scene, CorrectionSheet sheet, FeedbackForm form, DateOnly before, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        scene.Deadlines.Remeet(DeadlineKind.FeedbackReturn, form.Round, form.ReceivedOn);
        if (form.Round == subject.Round && subject.ClosedOn == before && await FeedbackSettlement.LastDayAsync(scene, cancellationToken) is { } last)
        {
            subject.ClosedOn = last;
            sheet.Moved(scene.Deadlines.Restart(before, last, [DeadlineKind.Archive]));
        }
    }

    private static async Task<Refusal?> FollowRatingAsync(CaseScene scene, FeedbackForm form, bool wasUnsatisfied, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        var isUnsatisfied = IsUnsatisfied(form);
        if (form.Round < subject.Round && !isUnsatisfied)
        {
            return CorrectionRefusals.RoundRestsOnIt(form.Round + 1);
        }

        // While the next round has no form yet, this one is the last word.
        var (caseId, round, proposer) = (subject.Id, form.Round, form.ProposerId);
        if (!await scene.Db.FeedbackForms.AnyAsync(later => later.CaseId == caseId && later.ProposerId == proposer && later.Round > round, cancellationToken))
        {
            subject.Attitude = form.Attitude;
            subject.Result = form.Result;
        }

        if (form.Round == subject.Round && isUnsatisfied != wasUnsatisfied)
        {
            await FeedbackTurn.TakeAsync(scene, isUnsatisfied, cancellationToken);
        }

        return null;
    }
}
