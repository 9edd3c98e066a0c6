using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>移交 of one case to a colleague; where nobody handles it, its handler is named here.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class TransferPage(ActDesk desk, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    public sealed class TransferInput
    {
        /// <summary>A person's id, or <see cref="Successors.Open"/>.</summary>
        [Required, Display(Name = "Transfer_Successor")]
        public string? Successor { get; set; }

        [Required, StringLength(Lengths.Remark), Display(Name = "Transfer_Reason")]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public TransferInput Input { get; set; } = new();

    public override string ActCode => nameof(TransferCase);

    public IReadOnlyList<Person> Colleagues =>
        [.. CaseFile.People.Values.Where(person => !person.IsDisabled && person.DepartmentId == CaseFile.Case.DepartmentId && person.Duties.Includes(Duties.Staff) && person.Id != CaseFile.Case.HandlerId
                && HandedWork.NotHis(person, CaseFile.Case.HandlerId, CaseFile.Case, Handed) is null)
            .OrderBy(person => person.DisplayName, StringComparer.Ordinal)];

    /// <summary>What waits with the handler, of whichever workflow.</summary>
    private IEnumerable<HandedStep> Handed => CaseFile.Waiting.Concat(CaseFile.OnHold).SelectMany(
        step => step.WorkItems.Where(item => item.OwnerId is not null && item.OwnerId == CaseFile.Case.HandlerId && item.State is WorkItemState.Offered or WorkItemState.Held),
        (step, item) => new HandedStep(step.ActivityType, item.DepartmentId));

    /// <summary>经办人待定 is for who answers for the department or the office.</summary>
    public bool MayLeaveOpen => CaseFile.Case.HandlerId is not null && Desk.MyDuties.Includes(Duty.DepartmentHead | Duties.Office);

    protected override CaseAct Act() => new TransferCase(CaseFile.Case.HandlerId, Successors.Read(Input.Successor), Input.Reason ?? "");

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(
        Successors.Read(Input.Successor) is { } successor ? text["Transfer_Done", CaseFile.NameOf(successor)] : text["Transfer_DoneOpen"]);

    // Whoever gave it away may be of another department by now and see it no more.
    protected override IActionResult AfterDone() => Redirect(CaseFile.Case.HandlerId == Desk.Me && CaseFile.People.GetValueOrDefault(Desk.Me)?.DepartmentId != CaseFile.Case.DepartmentId ? "/inbox" : ActLinks.Case(Id));
}

/// <summary>A successor as a form sends him.</summary>
public static class Successors
{
    /// <summary>经办人待定.</summary>
    public const string Open = "open";

    /// <summary>Null for nobody yet. What is no id is a person whom nobody knows.</summary>
    public static Guid? Read(string? sent) => sent == Open ? null : Guid.TryParse(sent, out var id) ? id : Guid.Empty;
}
