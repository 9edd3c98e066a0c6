using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Feedback;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class RoundPage(ActDesk desk, CorrectionWords words) : CorrectionPage(desk, words)
{
    public sealed class RoundInput
    {
        [Required, Display(Name = "Field_ReassignedOn")]
        public DateOnly? ReassignedOn { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Field_ReassignmentOpinion")]
        public string? Opinion { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public RoundInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectRound);

    protected override bool Exists => CaseFile.Rounds.Any(round => round.Number == Number);

    private HandlingRound Round => CaseFile.Rounds.First(round => round.Number == Number);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input = new RoundInput { ReassignedOn = Round.ReassignedOn, Opinion = Round.Opinion };
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new CorrectRound(Number, Reason)
    {
        EvidenceId = Why.EvidenceId,
        ReassignedOn = Changed(Input.ReassignedOn, Round.ReassignedOn),
        ReassignmentOpinion = Changed(Input.Opinion, Round.Opinion),
    };
}
