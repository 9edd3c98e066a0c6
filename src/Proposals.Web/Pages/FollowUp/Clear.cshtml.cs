using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.FollowUp;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.FollowUp;

/// <summary>销号: the office looks at what was reported kept, and clears it or sends it back.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ClearPage(ActDesk desk, CommitmentWords promises, IStringLocalizer<FollowUpText> text) : ActPage(desk)
{
    public sealed class ClearInput
    {
        public bool IsKept { get; set; }

        [Required, StringLength(Lengths.Remark), Display(Name = "Clear_Finding")]
        public string? Finding { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Clear_NextStep")]
        public string? NextStep { get; set; }

        public PaperInput Proof { get; set; } = new();
    }

    [BindProperty(SupportsGet = true)]
    public CommitmentId CommitmentId { get; set; }

    [BindProperty]
    public ClearInput Input { get; set; } = new();

    public override string ActCode => nameof(ClearCommitment);

    public CommitmentWords Promises => promises;

    /// <summary>Null where the address names a promise of another case; the act says so.</summary>
    public Commitment? Promised => CaseFile.Commitments.FirstOrDefault(known => known.Id == CommitmentId);

    protected override IEnumerable<PaperInput> Papers() => [Input.Proof];

    protected override IActionResult AfterDone() => Redirect(ActLinks.To(Id, nameof(RecordProgress)));

    protected override void CheckForm()
    {
        if (!Input.IsKept && string.IsNullOrWhiteSpace(Input.NextStep))
            ModelState.AddModelError("Input.NextStep", text["Clear_NextStepMissing"]);
    }

    protected override CaseAct Act() => Input.IsKept
        ? new ClearCommitment(CommitmentId, Input.Finding ?? "") { ProofId = Input.Proof.Stored is [var proof, ..] ? proof : null }
        : new SendBackCommitment(CommitmentId, Input.Finding ?? "", Input.NextStep ?? "");

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text[Input.IsKept ? "Clear_Done" : "Clear_DoneSentBack"]);
}
