using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>退办报批: the leader lets the request go out, or has the bureau keep the case.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class DecideReturnPage(ActDesk desk, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    public sealed class DecideInput
    {
        public bool Agrees { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Return_Opinion")]
        public string? Opinion { get; set; }
    }

    [BindProperty]
    public DecideInput Input { get; set; } = new();

    public ReturnRequest? Asked => CaseFile.Returns.LastOrDefault(request => request.Approved is null);

    public override string ActCode => nameof(DecideReturn);

    public bool IsLate => Asked is { } asked && ReturnWindow.IsLate(asked, CaseFile.Case.AssignedOn, InForce);

    /// <summary>The last day of the window, where it has passed since the request.</summary>
    public DateOnly? WindowOver => ReturnWindow.LastDay(CaseFile.Case.AssignedOn, InForce) is var last && last < Desk.Today ? last : null;

    /// <summary>The leader whom the request names, and the principal; late, the principal alone.</summary>
    public override IReadOnlyList<Person> Deciders =>
    [
        .. CaseFile.People.Values
            .Where(person => !person.IsDisabled && (person.Duties.Includes(Duty.Principal) || (!IsLate && person.Id == Asked?.LeaderId)))
            .OrderBy(person => person.Id != Asked?.LeaderId),
    ];

    protected override CaseAct Act() => new DecideReturn(Input.Agrees) { Opinion = Input.Opinion?.Trim() ?? "" };

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) =>
        Task.FromResult<string>(text[Input.Agrees ? "Return_DoneAgreed" : "Return_DoneDisagreed"]);
}
