using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Feedback;
using Proposals.Handling;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class FormPage(ActDesk desk, CorrectionWords words, IStringLocalizer<CorrectionsText> text) : CorrectionPage(desk, words)
{
    public sealed class FormInput
    {
        [Required, Display(Name = "Field_Attitude")]
        public Rating? Attitude { get; set; }

        [Required, Display(Name = "Field_Result")]
        public Rating? Result { get; set; }

        [Required, Display(Name = "Field_FormOn")]
        public DateOnly? FormOn { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Field_Comments")]
        public string? Comments { get; set; }

        public PaperInput Scan { get; set; } = new();
    }

    [BindProperty(SupportsGet = true)]
    public Guid FormId { get; set; }

    [BindProperty]
    public FormInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectFeedback);

    public override bool NeedsEvidence => true;

    public string Of => CaseFile.Case.Proposers.Find(proposer => proposer.Id == Sheet.ProposerId)?.Name ?? "—";

    public ChoiceSet Attitudes => Ratings("Input.Attitude", text["Field_Attitude"], Input.Attitude);

    public ChoiceSet Results => Ratings("Input.Result", text["Field_Result"], Input.Result);

    protected override bool Exists => CaseFile.Forms.Any(form => form.Id == FormId);

    private FeedbackForm Sheet => CaseFile.Forms.First(form => form.Id == FormId);

    protected override IEnumerable<PaperInput> Papers() => [Why.Evidence, Input.Scan];

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input = new FormInput { Attitude = Sheet.Attitude, Result = Sheet.Result, FormOn = Sheet.ReceivedOn, Comments = Sheet.Comments };
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new CorrectFeedback(FormId, Reason)
    {
        EvidenceId = Why.EvidenceId,
        Attitude = Changed(Input.Attitude, Sheet.Attitude),
        Result = Changed(Input.Result, Sheet.Result),
        FormOn = Changed(Input.FormOn, Sheet.ReceivedOn),
        Comments = Changed(Input.Comments, Sheet.Comments),
        ScanId = Input.Scan.Stored is [var scan, ..] ? scan : null,
    };

    private ChoiceSet Ratings(string name, string legend, Rating? chosen) => ChoiceSet.Of(name, legend, chosen, Desk.Words, Enum.GetValues<Rating>());
}
