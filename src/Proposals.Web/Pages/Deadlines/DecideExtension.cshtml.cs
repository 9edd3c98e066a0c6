using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>延期报批: the leader lets the request go out, or keeps the case to its date.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class DecideExtensionPage(ActDesk desk, IStringLocalizer<DeadlinesText> text) : ActPage(desk)
{
    public sealed class DecideInput
    {
        public bool Agrees { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Extension_Opinion")]
        public string? Opinion { get; set; }
    }

    [BindProperty]
    public DecideInput Input { get; set; } = new();

    public ExtensionRequest? Asked => CaseFile.Extensions.LastOrDefault(request => request is { IsPending: true, Approved: null });

    public override string ActCode => nameof(DecideExtension);

    /// <summary>The leader whom the request names, and the principal.</summary>
    public override IReadOnlyList<Person> Deciders =>
    [
        .. CaseFile.People.Values.Where(person => !person.IsDisabled && (person.Duties.Includes(Duty.Principal) || person.Id == Asked?.LeaderId))
            .OrderBy(person => person.Id != Asked?.LeaderId),
    ];

    protected override CaseAct Act() => new DecideExtension(Input.Agrees) { Opinion = Input.Opinion?.Trim() ?? "" };

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) =>
        Task.FromResult<string>(text[Input.Agrees ? "Extension_DoneAgreed" : "Extension_DoneDisagreed"]);
}
