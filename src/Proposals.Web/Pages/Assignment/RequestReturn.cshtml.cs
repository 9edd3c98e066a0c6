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

/// <summary>申请退办: why, whose it is, and which leader decides. Past the window only the principal can.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class RequestReturnPage(ActDesk desk, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    public sealed class ReturnInput
    {
        [Required, StringLength(Lengths.Remark), Display(Name = "Return_Reason")]
        public string? Reason { get; set; }

        [Required, StringLength(Lengths.Name), Display(Name = "Outside_Unit")]
        public string? SuggestedUnit { get; set; }

        [Required(ErrorMessage = "Choose_Missing"), Display(Name = "Outside_Leader")]
        public Guid? LeaderId { get; set; }
    }

    [BindProperty]
    public ReturnInput Input { get; set; } = new();

    public override string ActCode => nameof(RequestReturn);

    /// <summary>The leader decides in a step of his own; here nothing is entered for him.</summary>
    public override bool OffersOnBehalf => false;

    public DateOnly LastDay => ReturnWindow.LastDay(CaseFile.Case.AssignedOn, InForce);

    public bool IsLate => (OnBehalf.OccurredOn ?? Desk.Today) > LastDay;

    public ChoiceSet Leaders => new("Input.LeaderId", text["Outside_Leader"], Input.LeaderId?.ToString(),
        [.. Candidates.Select(person => new Choice(person.Id.ToString(), person.DisplayName, person.Title))]) { Hint = text["Outside_LeaderHint"] };

    private IEnumerable<Person> Candidates => CaseFile.People.Values
        .Where(person => !person.IsDisabled && person.Duties.Includes(Duties.Leaders))
        .OrderBy(person => person.Duties.Includes(Duty.Principal) != IsLate).ThenBy(person => person.DisplayName, StringComparer.Ordinal);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.LeaderId = Candidates.FirstOrDefault(person => IsLate ? person.Duties.Includes(Duty.Principal) : person.Id == CaseFile.Case.LeaderId)?.Id;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new RequestReturn(Input.Reason?.Trim() ?? "", Input.SuggestedUnit?.Trim() ?? "", Input.LeaderId ?? default);

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) =>
        Task.FromResult<string>(text["Return_Done", CaseFile.NameOf(Input.LeaderId)]);
}
