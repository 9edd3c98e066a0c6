using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>登记改办: the assigning body gave the item to another unit by itself.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ReassignPage(ActDesk desk, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    public sealed class ReassignInput
    {
        [Required, StringLength(Lengths.Name), Display(Name = "Reassign_WentTo")]
        public string? WentTo { get; set; }

        [StringLength(RecordReassignment.LongestReason), Display(Name = "Reassign_Reason")]
        public string? Reason { get; set; }

        public PaperInput Paper { get; set; } = new();
    }

    [BindProperty]
    public ReassignInput Input { get; set; } = new();

    public override string ActCode => nameof(RecordReassignment);

    public override bool AsksForDayItself => true;

    public override bool OffersOnBehalf => false;

    protected override IEnumerable<PaperInput> Papers() => [Input.Paper];

    protected override CaseAct Act() => new RecordReassignment(Input.WentTo?.Trim() ?? "")
    {
        Reason = Input.Reason?.Trim() ?? "",
        PaperId = Input.Paper.Stored is [var paper, ..] ? paper : null,
    };

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["Reassign_Done", Input.WentTo?.Trim() ?? ""]);
}
