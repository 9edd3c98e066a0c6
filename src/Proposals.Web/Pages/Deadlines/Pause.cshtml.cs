using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>暂停计时: why, and by what right.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class PausePage(ActDesk desk, IStringLocalizer<DeadlinesText> text) : ActPage(desk)
{
    public sealed class PauseInput
    {
        [Required, StringLength(Lengths.Remark), Display(Name = "Pause_Reason")]
        public string? Reason { get; set; }

        [Required, StringLength(Lengths.Remark), Display(Name = "Pause_Basis")]
        public string? LegalBasis { get; set; }

        public PaperInput Paper { get; set; } = new();
    }

    [BindProperty]
    public PauseInput Input { get; set; } = new();

    public override string ActCode => nameof(PauseClock);

    /// <summary>Names of the terms that would stand still; what is over goes on being late.</summary>
    public IReadOnlyList<string> Stopped =>
    [
        .. CaseFile.Deadlines.Where(line => line is { IsOpen: true, Term: not null } && line.DueOn >= Desk.Today && InForce.Profile.MayPause(line.Kind)).Select(line => Desk.Words.Label(line.Kind)).Distinct(),
    ];

    protected override IEnumerable<PaperInput> Papers() => [Input.Paper];

    protected override CaseAct Act() => new PauseClock(Input.Reason?.Trim() ?? "", Input.LegalBasis?.Trim() ?? "") { PaperId = Input.Paper.Stored is [var paper, ..] ? paper : null };

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["Pause_Done"]);
}
