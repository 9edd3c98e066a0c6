using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.Handling;
using Proposals.People;

namespace Proposals.FollowUp;

/// <summary>更正承诺事项: its words, its date, who keeps it, and the days on which it was reported and cleared. What a delivered reply promises is corrected by the director, from a paper.</summary>
public sealed record CorrectCommitment(CommitmentId CommitmentId, string Reason) : CorrectionAct(Reason)
{
    public string? CommitmentText { get; init; }

    public DateOnly? CommitmentDueOn { get; init; }

    public DepartmentId? CommitmentDepartment { get; init; }

    /// <summary>An empty id says nobody in person.</summary>
    public Guid? CommitmentPerson { get; init; }

    public DateOnly? CommitmentReportedOn { get; init; }

    /// <summary>Where the office looks before it clears; elsewhere it is the day of the report.</summary>
    public DateOnly? CommitmentClearedOn { get; init; }

    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var (caseId, id) = (scene.Case.Id, CommitmentId);
        if (await scene.Db.Commitments.Include(known => known.Progress).FirstOrDefaultAsync(known => known.Id == id && known.CaseId == caseId, cancellationToken) is not { } promise)
        {
            return FollowUpRefusals.UnknownCommitment;
        }

        var replyId = promise.ReplyId;
        var deliveredOn = await scene.Db.Replies.Where(reply => reply.Id == replyId).Select(reply => reply.DeliveredOn).SingleAsync(cancellationToken);
        var refusal = (deliveredOn is null ? null : CheckDirector(scene))
            ?? await CheckAsync(scene, cancellationToken)
            ?? CheckDays(scene, sheet, promise, deliveredOn);
        if (refusal is not null)
        {
            return refusal;
        }

        var row = promise.Id.Value;
        sheet.Set(nameof(CommitmentText), row, promise.Text, CommitmentText, text => promise.Text = text);
        sheet.Set<DepartmentId>(nameof(CommitmentDepartment), row, promise.DepartmentId, CommitmentDepartment, department => promise.DepartmentId = department);
        if (sheet.SetPerson(nameof(CommitmentPerson), row, promise.ResponsibleId, CommitmentPerson, person => promise.ResponsibleId = person) && promise.DepartmentId is null)
        {
            var homes = await OwedWork.HomesAsync(scene, [promise.ResponsibleId], cancellationToken);
            sheet.Set<DepartmentId>(nameof(CommitmentDepartment), row, null, homes.GetValueOrDefault(promise.ResponsibleId ?? Guid.Empty), department => promise.DepartmentId = department);
        }

        if (sheet.Set<DateOnly>(nameof(CommitmentDueOn), row, promise.DueOn, CommitmentDueOn, day => promise.DueOn = day))
        {
            sheet.Moved(scene.Deadlines.Restart(promise.Id, null, promise.DueOn));
        }

        await WriteDaysAsync(scene, sheet, promise, cancellationToken);
        return null;
    }

    private async Task<Refusal?> CheckAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (CommitmentDueOn is { } due && due < scene.Case.AssignedOn)
        {
            return CorrectionRefusals.TooEarly(due, "AssignedOn", scene.Case.AssignedOn);
        }

        if (CommitmentDepartment is { } department && !await scene.Db.Departments.AnyAsync(known => known.Id == department, cancellationToken))
        {
            return Assignment.AssignmentRefusals.UnknownDepartment;
        }

        return CommitmentPerson is { } person && person != Guid.Empty && await scene.FindPersonAsync(person, cancellationToken) is null
            ? ActRefusals.UnknownPerson
            : CommitmentText is null ? null : ActRefusals.Check(nameof(CommitmentText), CommitmentText);
    }

    private Refusal? CheckDays(CaseScene scene, CorrectionSheet sheet, Commitment promise, DateOnly? deliveredOn)
    {
        if (CommitmentReportedOn is not null && promise.ReportedOn is null)
        {
            return CorrectionRefusals.NotThereYet(nameof(CommitmentReportedOn));
        }

        if (CommitmentClearedOn is not null && promise.ClearedById is null)
        {
            return CorrectionRefusals.NotThereYet(nameof(CommitmentClearedOn));
        }

        var archived = new NamedDay("ArchivedOn", scene.Case.ArchivedOn);
        return sheet.Between(CommitmentReportedOn, [new("DeliveredOn", deliveredOn)],
                [new(nameof(CommitmentClearedOn), promise.ClearedById is null ? null : CommitmentClearedOn ?? promise.ClearedOn), archived])
            ?? sheet.Between(CommitmentClearedOn, [new(nameof(CommitmentReportedOn), CommitmentReportedOn ?? promise.ReportedOn)], [archived]);
    }

    /// <summary>The promise's own lines say when it was reported kept and when the office found it so; the case may have ended with them.</summary>
    private async Task WriteDaysAsync(CaseScene scene, CorrectionSheet sheet, Commitment promise, CancellationToken cancellationToken)
    {
        var (row, before) = (promise.Id.Value, promise.ClearedOn);
        var kept = promise.Progress.Where(line => line.State == CommitmentState.Kept).OrderBy(line => line.Id).ToList();
        var isLookedAt = promise.ClearedById is not null;
        if (sheet.Set<DateOnly>(nameof(CommitmentReportedOn), row, promise.ReportedOn, CommitmentReportedOn, day => promise.ReportedOn = day) && promise.ReportedOn is { } reported)
        {
            scene.Deadlines.Remeet(promise.Id, reported);
            promise.ClearedOn = isLookedAt || before is null ? before : reported;
            kept[isLookedAt ? ^2 : ^1].On = reported;
        }

        if (sheet.Set<DateOnly>(nameof(CommitmentClearedOn), row, before, CommitmentClearedOn, day => promise.ClearedOn = day) && promise.ClearedOn is { } cleared)
        {
            kept[^1].On = cleared;
        }

        if (promise.ClearedOn != before && scene.Case.ClosedOn is { } closed && (closed == before || promise.ClearedOn > closed)
            && await FeedbackSettlement.LastDayAsync(scene, cancellationToken) is { } last && last != closed)
        {
            scene.Case.ClosedOn = last;
            sheet.Moved(scene.Deadlines.Restart(closed, last, [DeadlineKind.Archive]));
        }
    }
}
