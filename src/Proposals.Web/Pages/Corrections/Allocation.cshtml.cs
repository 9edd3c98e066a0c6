using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class AllocationPage(ActDesk desk, CorrectionWords words) : CorrectionPage(desk, words)
{
    public sealed class AllocationInput
    {
        [Required, Display(Name = "Field_ProposedOn")]
        public DateOnly? ProposedOn { get; set; }

        [Display(Name = "Field_DecidedOn")]
        public DateOnly? DecidedOn { get; set; }

        [Display(Name = "Field_AcceptedOn")]
        public DateOnly? AcceptedOn { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid AllocationId { get; set; }

    [BindProperty]
    public AllocationInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectAllocation);

    public bool IsDecided => Allocation.DecidedOn is not null;

    /// <summary>Only the allocation in force was taken over by its department.</summary>
    public bool IsAccepted => Allocation.Decision == AllocationDecision.Approved && CaseFile.Case.AcceptedOn is not null;

    protected override bool Exists => CaseFile.Allocations.Any(known => known.Id == AllocationId);

    private InternalAllocation Allocation => CaseFile.Allocations.First(known => known.Id == AllocationId);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input = new AllocationInput { ProposedOn = Allocation.ProposedOn, DecidedOn = Allocation.DecidedOn, AcceptedOn = IsAccepted ? CaseFile.Case.AcceptedOn : null };
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new CorrectAllocation(AllocationId, Reason)
    {
        EvidenceId = Why.EvidenceId,
        ProposedOn = Changed(Input.ProposedOn, Allocation.ProposedOn),
        DecidedOn = IsDecided ? Changed(Input.DecidedOn, Allocation.DecidedOn) : null,
        AcceptedOn = IsAccepted ? Changed(Input.AcceptedOn, CaseFile.Case.AcceptedOn) : null,
    };
}
