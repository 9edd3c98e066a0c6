using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Persistence;
using Proposals.Web.Acts;
using Proposals.Web.Face;
using Proposals.Web.Pages.Inbox;

namespace Proposals.Web.Pages.FollowUp;

/// <summary>催办: the step that waits longest for somebody else is chosen already, one press tells him, and a word may go with it.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class UrgeStepPage(ActDesk desk, IStringLocalizer<FollowUpText> text) : ActPage(desk)
{
    public sealed class UrgeInput
    {
        public Guid? Step { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "UrgeStep_Text")]
        public string? Text { get; set; }
    }

    [BindProperty]
    public UrgeInput Input { get; set; } = new();

    /// <summary>Address of the list that the form was opened from and goes back to, as it was filtered.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public override string ActCode => nameof(UrgeStep);

    /// <summary>A word to a colleague is nobody's decision on paper, and is said now.</summary>
    public override bool OffersOnBehalf => false;

    public override bool AsksOnBehalf => false;

    /// <summary>Steps that wait for somebody else.</summary>
    public IReadOnlyList<Step> Candidates => [.. CaseFile.Waiting.Where(step => Whom(step).Length > 0).OrderBy(step => step.Id.Value)];

    public Step? Chosen => Candidates.FirstOrDefault(step => step.Id.Value == Input.Step);

    public bool MayRing => Desk.MayDo(CaseFile, nameof(UrgeByPhone));

    public ChoiceSet Choices => new("Input.Step", text["UrgeStep_Which"], Input.Step?.ToString(), [.. Candidates.Select(step => new Choice(step.Id.ToString(), StepWords.Name(step), Said(step, text["UrgeStep_With", Whom(step), DaysAt(step)])))]);

    public static string Address(CaseId id, string? from = null) =>
        from is null ? ActLinks.To(id, nameof(UrgeStep)) : QueryHelpers.AddQueryString(ActLinks.To(id, nameof(UrgeStep)), "from", from);

    /// <summary>拟复函：郑宁，已3个工作日.</summary>
    public string Sentence(Step step) => Said(step, text["UrgeStep_One", StepWords.Name(step), Whom(step), DaysAt(step)]);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.Step = (Candidates.FirstOrDefault(step => Today(step) is null) ?? (Candidates is [var first, ..] ? first : null))?.Id.Value;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new UrgeStep(new StepId(Input.Step ?? default), Input.Text?.Trim() ?? "");

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["UrgeStep_Done", Chosen is { } step ? Whom(step) : ""]);

    protected override IActionResult AfterDone() => Url.IsLocalUrl(From) ? Redirect(From) : base.AfterDone();

    private string Whom(Step step) => string.Join('、', UrgeStep.Holders(step, CaseFile.People.Values, Desk.Me).Select(person => person.DisplayName));

    private int DaysAt(Step step) => InForce.Calendar.WorkingDaysBetween(OfficeClock.Day(step.OpenedAt), Desk.Today);

    private Urging? Today(Step step) => CaseFile.Urgings.LastOrDefault(urging => urging.StepId == step.Id && UrgeStep.CountsWith(urging.On, InForce.Calendar) >= UrgeStep.CountsWith(Desk.Today, InForce.Calendar));

    private string Said(Step step, string sentence) => Today(step) is { } urging ? text["UrgeStep_Already", sentence, CaseFile.NameOf(urging.ById), DateText.InSentence(urging.On)] : sentence;
}
