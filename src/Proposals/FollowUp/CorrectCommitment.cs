using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.People;

namespace Proposals.FollowUp;

/// <summary>更正承诺事项: its words, its date and who keeps it, where they were entered otherwise than the reply says.</summary>
public sealed record CorrectCommitment(CommitmentId CommitmentId, string Reason) : CorrectionAct(Reason)
{
    public string? CommitmentText { get; init; }

    public DateOnly? CommitmentDueOn { get; init; }

    public DepartmentId? CommitmentDepartment { get; init; }

    /// <summary>An empty id says nobody in person.</summary>
    public Guid? CommitmentPerson { get; init; }

    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var (caseId, id) = (scene.Case.Id, CommitmentId);
        if (await scene.Db.Commitments.FirstOrDefaultAsync(known => known.Id == id && known.CaseId == caseId, cancellationToken) is not { } promise)
        {
            return FollowUpRefusals.UnknownCommitment;
        }

        if ((await CheckAsync(scene, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        var row = promise.Id.Value;
        sheet.Set(nameof(CommitmentText), row, promise.Text, CommitmentText, text => promise.Text = text);
        sheet.Set<DepartmentId>(nameof(CommitmentDepartment), row, promise.DepartmentId, CommitmentDepartment, department => promise.DepartmentId = department);
        sheet.SetPerson(nameof(CommitmentPerson), row, promise.ResponsibleId, CommitmentPerson, person => promise.ResponsibleId = person);
        if (sheet.Set<DateOnly>(nameof(CommitmentDueOn), row, promise.DueOn, CommitmentDueOn, day => promise.DueOn = day))
        {
            sheet.Moved(scene.Deadlines.Restart(promise.Id, null, promise.DueOn));
        }

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
}
