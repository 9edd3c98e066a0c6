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

/// <summary>申请延期: why, until when, and which leader decides.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class RequestExtensionPage(ActDesk desk, ProposalsDbContext db, IStringLocalizer<DeadlinesText> text) : ActPage(desk)
{
    public sealed class ExtensionInput
    {
        [Required, Display(Name = "Extension_Until")]
        public DateOnly? Until { get; set; }

        [Required, StringLength(Lengths.Remark), Display(Name = "Extension_Reason")]
        public string? Reason { get; set; }

        [Required(ErrorMessage = "Choose_Missing"), Display(Name = "Extension_Leader")]
        public Guid? LeaderId { get; set; }
    }

    [BindProperty]
    public ExtensionInput Input { get; set; } = new();

    public override string ActCode => nameof(RequestExtension);

    public Deadline? Line => ExtensionLimits.LineOf(CaseFile.Ledger, InForce.Profile);

    /// <summary>The last day that may be asked for; null where the rules set none.</summary>
    public DateOnly? Latest { get; private set; }

    public ChoiceSet Leaders => new("Input.LeaderId", text["Extension_Leader"], Input.LeaderId?.ToString(),
        [.. Candidates.Select(person => new Choice(person.Id.ToString(), person.DisplayName, person.Title))]) { Hint = text["Extension_LeaderHint"] };

    private IEnumerable<Person> Candidates => CaseFile.People.Values.Where(person => !person.IsDisabled && person.Duties.Includes(Duties.Leaders))
        .OrderBy(person => person.Id != CaseFile.Case.LeaderId).ThenBy(person => person.DisplayName, StringComparer.Ordinal);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.LeaderId = CaseFile.Case.LeaderId;
        return Task.CompletedTask;
    }

    protected override async Task ReadAsync(CancellationToken cancellationToken) =>
        Latest = Line is { } line ? await ExtensionLimits.LatestAsync(db, CaseFile.Case, CaseFile.Ledger, line, InForce, cancellationToken) : null;

    protected override CaseAct Act() => new RequestExtension(Input.Reason?.Trim() ?? "", Input.Until ?? default, Input.LeaderId ?? default);

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["Extension_Done", CaseFile.NameOf(Input.LeaderId)]);
}
