using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>作废 of a whole case: the office director's decision.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class VoidPage(ActDesk desk, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    public sealed class VoidInput
    {
        [Required, StringLength(Lengths.Remark), Display(Name = "Void_Reason")]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public VoidInput Input { get; set; } = new();

    public override string ActCode => nameof(VoidCase);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        if (!Deciders.Any(person => person.Id == Desk.Me))
            OnBehalf.DeciderId = Deciders is [var director, ..] ? director.Id : null;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new VoidCase(Input.Reason?.Trim() ?? "");

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["Void_Done"]);
}
