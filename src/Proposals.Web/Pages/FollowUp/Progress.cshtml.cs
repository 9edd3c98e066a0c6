using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.FollowUp;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.FollowUp;

/// <summary>登记进展 of one promise.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ProgressPage(ActDesk desk, IStringLocalizer<FollowUpText> text) : ActPage(desk)
{
    public sealed class ProgressInput
    {
        [Required, Display(Name = "Progress_State")]
        public CommitmentState? State { get; set; }

        [Required, StringLength(Lengths.Remark), Display(Name = "Progress_Text")]
        public string? Text { get; set; }

        public PaperInput Proof { get; set; } = new();

        [Display(Name = "Progress_ExplainedOn")]
        public DateOnly? ExplainedOn { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Progress_Explanation")]
        public string? Explanation { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public CommitmentId CommitmentId { get; set; }

    [BindProperty]
    public ProgressInput Input { get; set; } = new();

    public override string ActCode => nameof(RecordProgress);

    public override bool KeepsDraft => true;

    /// <summary>Null where the address names a promise of another case; the act says so.</summary>
    public Commitment? Promised => CaseFile.Commitments.FirstOrDefault(known => known.Id == CommitmentId);

    public ChoiceSet States => new("Input.State", text["Progress_State"], Input.State?.ToString(),
    [
        new Choice(nameof(CommitmentState.InProgress), Desk.Words.Label(CommitmentState.InProgress), text["Progress_InProgressMeans"]),
        new Choice(nameof(CommitmentState.Kept), Desk.Words.Label(CommitmentState.Kept), text[InForce.Profile.ClearanceIsChecked ? "Progress_KeptMeans" : "Progress_KeptMeansAtOnce"]),
        new Choice(nameof(CommitmentState.Failed), Desk.Words.Label(CommitmentState.Failed), text["Progress_FailedMeans"], AsksMore: true),
    ]);

    public override IReadOnlyList<Person> Deciders => DecidersOf(ActCode, Promised?.ResponsibleId, Promised?.DepartmentId);

    protected override bool MayOpen => base.MayOpen || (Promised is { } promise && Desk.Owes(CaseFile, promise.ResponsibleId, promise.DepartmentId));

    protected override string DraftName => $"{nameof(RecordProgress)}/{CommitmentId}";

    protected override IEnumerable<PaperInput> Papers() => [Input.Proof];

    protected override IActionResult AfterDone() => Redirect(ActLinks.To(Id, nameof(RecordProgress)));

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.State = CommitmentState.InProgress;
        return Task.CompletedTask;
    }

    protected override void CheckForm()
    {
        if (Input is { State: CommitmentState.Failed, ExplainedOn: null })
            ModelState.AddModelError("Input.ExplainedOn", text["Progress_ExplainedMissing"]);
    }

    protected override CaseAct Act() => new RecordProgress(CommitmentId, Input.State ?? CommitmentState.InProgress, Input.Text ?? "")
    {
        ProofId = Input.Proof.Stored is [var proof, ..] ? proof : null,
        ExplainedOn = Input.ExplainedOn,
        Explanation = Input.Explanation ?? "",
    };
}
