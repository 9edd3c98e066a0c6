using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.FollowUp;

/// <summary>承诺事项 of one case: what was promised, how far it is, what comes next.</summary>
[Authorize(Policy = Permissions.ReadCases)]
public sealed class CommitmentsPage(ActDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public CaseId Id { get; set; }

    public CaseFile CaseFile { get; private set; } = null!;

    public ActDesk Desk => desk;

    public bool MayClear { get; private set; }

    public int Kept => CaseFile.Commitments.Count(promise => promise.State == CommitmentState.Kept);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Id, cancellationToken) is not { } file)
            return NotFound();
        CaseFile = file;
        MayClear = desk.MayDo(file, nameof(ClearCommitment));
        return Page();
    }

    public bool IsOpen(Commitment promise) =>
        promise is { State: CommitmentState.NotStarted or CommitmentState.InProgress, ReportedOn: null } && CaseFile.Replies.Any(reply => reply.Id == promise.ReplyId && reply.DeliveredOn is not null);

    public bool MayRecord(Commitment promise) =>
        IsOpen(promise) && (desk.MayDo(CaseFile, nameof(RecordProgress)) || desk.Owes(CaseFile, promise.ResponsibleId, promise.DepartmentId));

    /// <summary>Off while nothing is owed: settled, or the reply that promises it is not delivered yet.</summary>
    public Light LightOf(Commitment promise)
    {
        var line = CaseFile.Deadlines.FirstOrDefault(known => known.CommitmentId == promise.Id && known.IsOpen);
        return line switch
        {
            null => Light.Off,
            _ when line.DueOn < desk.Today => Light.Red,
            _ when line.YellowFrom <= desk.Today => Light.Yellow,
            _ when line.BlueFrom <= desk.Today => Light.Blue,
            _ => Light.Green,
        };
    }
}
