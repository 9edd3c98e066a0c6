using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Persistence;
using Proposals.Web.Acts;
using Proposals.Web.Face;
using Proposals.Web.Pages.Inbox;

namespace Proposals.Web.Pages.FollowUp;

/// <summary>电话催办, an act of ten seconds: whoever the case waits for is chosen already, and one tap on a usual sentence records the call.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class UrgePage(ActDesk desk, KindWords kinds, StepWords steps, IStringLocalizer<FollowUpText> text) : ActPage(desk)
{
    public sealed class UrgeInput
    {
        /// <summary>One of those the case waits for.</summary>
        [StringLength(Lengths.Name)]
        public string? Whom { get; set; }

        /// <summary>Anybody else.</summary>
        [StringLength(Lengths.Name), Display(Name = "Urge_Other")]
        public string? Other { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Urge_Text")]
        public string? Text { get; set; }
    }

    [BindProperty]
    public UrgeInput Input { get; set; } = new();

    /// <summary>The usual sentence that was tapped; null where the office writes its own.</summary>
    [BindProperty]
    public int? Said { get; set; }

    /// <summary>Address of the list that the office came from and goes on with, as it was filtered.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public override string ActCode => nameof(UrgeByPhone);

    /// <summary>The office rings by itself; nobody decides that on paper.</summary>
    public override bool OffersOnBehalf => false;

    /// <summary>Whom an urging is likely for, the first of them chosen.</summary>
    public IReadOnlyList<string> LikelyOnes => [.. FormOwers().Concat(StepOwners()).Concat([CaseFile.NameOf(CaseFile.Case.HandlerId)]).Where(name => name != "—").Distinct()];

    /// <summary>What is said on most days.</summary>
    public IReadOnlyList<string> Sentences => [text["Urge_SayToday", Asked], text["Urge_SayThisWeek", Asked], text["Urge_SayTrouble", Asked]];

    public static string Address(CaseId id, string? from = null) =>
        from is null ? ActLinks.To(id, nameof(UrgeByPhone)) : QueryHelpers.AddQueryString(ActLinks.To(id, nameof(UrgeByPhone)), "from", from);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.Whom = LikelyOnes is [var first, ..] ? first : null;
        return Task.CompletedTask;
    }

    protected override void CheckForm()
    {
        if (Whom.Length == 0)
            ModelState.AddModelError("Input.Other", text["Urge_NeedsWhom"]);
        if (Words.Length == 0)
            ModelState.AddModelError("Input.Text", text["Urge_NeedsText"]);
    }

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["Urge_Done", Whom]);

    protected override IActionResult AfterDone() => Url.IsLocalUrl(From) ? Redirect(From) : base.AfterDone();

    protected override CaseAct Act() => new UrgeByPhone(Whom, Words);

    private string Whom => Input.Other?.Trim() is { Length: > 0 } other ? other : Input.Whom?.Trim() ?? "";

    private string Words => Said is { } tapped && tapped >= 0 && tapped < Sentences.Count ? Sentences[tapped] : Input.Text?.Trim() ?? "";

    private string Asked => AwaitsForm ? text["Urge_SendForm"]
        : CaseFile.Waiting.FirstOrDefault(step => step.WorkItems.Exists(item => item.OwnerId is not null && item.OwnerId != Desk.Me)) is { } step ? steps.Ask(step, CaseFile.Case)
        : text["Urge_HandleIt"];

    private bool AwaitsForm => CaseFile.Case is { State: CaseState.AwaitingFeedback, Result: null };

    private IEnumerable<string> FormOwers() => AwaitsForm
        ? CaseFile.Case.Proposers.Where(proposer => proposer.Role is ProposerRole.Lead or ProposerRole.Collective).Select(Called)
        : [];

    private IEnumerable<string> StepOwners() =>
        CaseFile.Waiting.SelectMany(step => step.WorkItems).Where(item => item.OwnerId is not null && item.OwnerId != Desk.Me).Select(item => CaseFile.NameOf(item.OwnerId));

    private string Called(Proposer proposer) => proposer.Role == ProposerRole.Collective
        ? string.Join(' ', new[] { proposer.Name, proposer.ContactPerson }.Where(part => part.Length > 0))
        : text["Urge_Called", proposer.Name, kinds.Person(CaseFile.Case.Kind)];
}
