using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class PausePage(ActDesk desk, CorrectionWords words) : CorrectionPage(desk, words)
{
    public sealed class PauseInput
    {
        [Required, Display(Name = "Field_PausedOn")]
        public DateOnly? PausedOn { get; set; }

        /// <summary>Nothing to correct while the clocks stand still.</summary>
        [Display(Name = "Field_ResumedOn")]
        public DateOnly? ResumedOn { get; set; }

        [Required, StringLength(Lengths.Remark), Display(Name = "Field_PauseReason")]
        public string? Reason { get; set; }

        [Required, StringLength(Lengths.Remark), Display(Name = "Field_LegalBasis")]
        public string? LegalBasis { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Field_ResumeNote")]
        public string? Note { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid PauseId { get; set; }

    [BindProperty]
    public PauseInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectPause);

    protected override bool Exists => CaseFile.Times.Pauses.Any(pause => pause.Id == PauseId);

    public ClockPause Pause => CaseFile.Times.Pauses.First(pause => pause.Id == PauseId);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input = new PauseInput { PausedOn = Pause.PausedOn, ResumedOn = Pause.ResumedOn, Reason = Pause.Reason, LegalBasis = Pause.LegalBasis, Note = Pause.ResumeNote };
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new CorrectPause(PauseId, Reason)
    {
        EvidenceId = Why.EvidenceId,
        PausedOn = Changed(Input.PausedOn, Pause.PausedOn),
        ResumedOn = Changed(Input.ResumedOn, Pause.ResumedOn),
        PauseReason = Changed(Input.Reason, Pause.Reason),
        LegalBasis = Changed(Input.LegalBasis, Pause.LegalBasis),
        ResumeNote = Changed(Input.Note, Pause.ResumeNote),
    };
}
