using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>协调不同意见: by a meeting with its record, or by a leader's reasoned decision.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class SettlePage(ActDesk desk) : UnitPage(desk)
{
    public sealed class SettleInput
    {
        [Required, StringLength(Lengths.Remark), Display(Name = "Settle_Text")]
        public string? Settlement { get; set; }

        public PaperInput Paper { get; set; } = new();
    }

    [BindProperty]
    public SettleInput Input { get; set; } = new();

    public override string ActCode => nameof(SettleDifference);

    public override IReadOnlyList<CaseUnit> Candidates => [.. UnitOpinions.Unsettled(CaseFile.Case)];

    protected override IEnumerable<PaperInput> Papers() => [Input.Paper];

    protected override CaseAct Act() => new SettleDifference(Unit ?? default, Input.Settlement ?? "") { PaperId = Input.Paper.Stored is [var paper, ..] ? paper : null };
}
