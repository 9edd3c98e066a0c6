using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Intake;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ReceiptPage(ActDesk desk, CorrectionWords words) : CorrectionPage(desk, words)
{
    public sealed class ReceiptInput
    {
        [Required, Display(Name = "Field_ReceivedOn")]
        public DateOnly? ReceivedOn { get; set; }
    }

    [BindProperty]
    public ReceiptInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectReceipt);

    protected override bool Exists => CaseFile.Case.ReceivedOn is not null;

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.ReceivedOn = CaseFile.Case.ReceivedOn;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new CorrectReceipt(Reason, Input.ReceivedOn ?? default) { EvidenceId = Why.EvidenceId };
}
