using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Persistence;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.FollowUp;

/// <summary>电话催办: whom the office rang and what was said.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class UrgePage(ActDesk desk, KindWords kinds, IStringLocalizer<FollowUpText> text) : ActPage(desk)
{
    public sealed class UrgeInput
    {
        [Required, StringLength(Lengths.Name), Display(Name = "Urge_Whom")]
        public string? Whom { get; set; }

        [Required, StringLength(Lengths.Remark), Display(Name = "Urge_Text")]
        public string? Text { get; set; }
    }

    [BindProperty]
    public UrgeInput Input { get; set; } = new();

    public override string ActCode => nameof(UrgeByPhone);

    /// <summary>Whom an urging is likely for: offered while typing.</summary>
    public IReadOnlyList<string> LikelyOnes => [.. FormOwers().Concat(StepOwners()).Concat([CaseFile.NameOf(CaseFile.Case.HandlerId)]).Where(name => name != "—").Distinct()];

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.Whom = LikelyOnes is [var first, ..] ? first : null;
        return Task.CompletedTask;
    }

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["Urge_Done", Input.Whom ?? ""]);

    protected override CaseAct Act() => new UrgeByPhone(Input.Whom ?? "", Input.Text ?? "");

    private IEnumerable<string> FormOwers() => CaseFile.Case.State == CaseState.AwaitingFeedback && CaseFile.Case.Result is null
        ? CaseFile.Case.Proposers.Where(proposer => proposer.Role is ProposerRole.Lead or ProposerRole.Collective).Select(Called)
        : [];

    private IEnumerable<string> StepOwners() =>
        CaseFile.Waiting.SelectMany(step => step.WorkItems).Where(item => item.OwnerId is not null && item.OwnerId != Desk.Me).Select(item => CaseFile.NameOf(item.OwnerId));

    private string Called(Proposer proposer) => proposer.Role == ProposerRole.Collective
        ? string.Join(' ', new[] { proposer.Name, proposer.ContactPerson }.Where(part => part.Length > 0))
        : text["Urge_Called", proposer.Name, kinds.Person(CaseFile.Case.Kind)];
}
