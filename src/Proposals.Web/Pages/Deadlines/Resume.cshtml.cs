using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Persistence;
using Proposals.Web.Acts;
using Proposals.Web.Pages.Corrections;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>恢复计时: the clocks go on with what was left.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ResumePage(ActDesk desk, CorrectionWords words) : ActPage(desk)
{
    public sealed class ResumeInput
    {
        [StringLength(Lengths.Remark), Display(Name = "Resume_Note")]
        public string? Note { get; set; }
    }

    [BindProperty]
    public ResumeInput Input { get; set; } = new();

    public override string ActCode => nameof(ResumeClock);

    protected override CaseAct Act() => new ResumeClock(Input.Note?.Trim() ?? "");

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Done is { Moved.Count: > 0 } done ? $"{Desk.Words.Done(ActCode)} {words.Sentence(done.Moved)}" : Desk.Words.Done(ActCode));
}
