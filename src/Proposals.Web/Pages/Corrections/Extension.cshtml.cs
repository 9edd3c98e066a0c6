using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ExtensionPage(ActDesk desk, CorrectionWords words) : CorrectionPage(desk, words)
{
    public sealed class ExtensionInput
    {
        [Required, Display(Name = "Field_ExtensionAnsweredOn")]
        public DateOnly? AnsweredOn { get; set; }

        [Display(Name = "Field_GrantedUntil")]
        public DateOnly? Until { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Field_ExtensionAnswer")]
        public string? Answer { get; set; }

        [Display(Name = "Field_ExtensionExplainedOn")]
        public DateOnly? ExplainedOn { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid ExtensionId { get; set; }

    [BindProperty]
    public ExtensionInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectExtension);

    public override bool NeedsEvidence => Asked.ExplainedOn is not null;

    protected override bool Exists => CaseFile.Extensions.Any(request => request.Id == ExtensionId && request.AnsweredOn is not null);

    public ExtensionRequest Asked => CaseFile.Extensions.First(request => request.Id == ExtensionId);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input = new ExtensionInput { AnsweredOn = Asked.AnsweredOn, Until = Asked.GrantedUntil, Answer = Asked.Answer, ExplainedOn = Asked.ExplainedOn };
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new CorrectExtension(ExtensionId, Reason)
    {
        EvidenceId = Why.EvidenceId,
        ExtensionAnsweredOn = Changed(Input.AnsweredOn, Asked.AnsweredOn),
        GrantedUntil = Changed(Input.Until, Asked.GrantedUntil),
        ExtensionAnswer = Changed(Input.Answer, Asked.Answer),
        ExtensionExplainedOn = Changed(Input.ExplainedOn, Asked.ExplainedOn),
    };
}
