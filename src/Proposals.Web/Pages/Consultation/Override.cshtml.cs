using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Consultation;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Consultation;

/// <summary>例外放行. Whoever may not grant it learns here whom to ask.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class OverridePage(ActDesk desk, IStringLocalizer<ConsultationText> text) : ActPage(desk)
{
    public sealed class OverrideInput
    {
        [Required, StringLength(Lengths.Remark), Display(Name = "Override_Reason")]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public OverrideInput Input { get; set; } = new();

    public override string ActCode => nameof(GrantOverride);

    /// <summary>核准人 is a field of the page itself.</summary>
    public override bool OffersOnBehalf => false;

    public bool IsEntitled => Desk.MayDo(CaseFile, ActCode);

    public bool EntersForOthers => Desk.MyDuties.Includes(Duties.Office);

    public bool DecidesMyself => Deciders.Any(person => person.Id == Desk.Me);

    public int Required => InForce.Profile.Consultations.RequiredIn(CaseFile.Case.Round);

    public bool NothingLacks => CaseFacts.ConsultationsEnough(CaseFile.Case, InForce.Profile.Consultations) || CaseFile.CurrentReply?.SignedOn is not null;

    public GateOverride? Granted => CaseFile.Overrides.LastOrDefault(granted => granted.Round == CaseFile.Case.Round);

    protected override bool MayOpen => true;

    protected override CaseAct Act() => new GrantOverride(Input.Reason?.Trim() ?? "");

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        if (!DecidesMyself && EntersForOthers)
            OnBehalf.DeciderId = Deciders.FirstOrDefault(person => person.Id == CaseFile.Case.LeaderId)?.Id ?? (Deciders.Count > 0 ? Deciders[0].Id : null);
        return Task.CompletedTask;
    }

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) =>
        Task.FromResult<string>(text["Override_Done", CaseFile.NameOf(OnBehalf.DeciderId ?? Desk.Me)]);
}
