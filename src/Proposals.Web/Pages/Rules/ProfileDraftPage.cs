using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Rules;

/// <summary>What the pages that make a new version share: it is shown with everything that it changes, and published only when that was confirmed.</summary>
public abstract class ProfileDraftPage(OfficeRules rules, RuleActs acts, Redating redating, ProfileWords words, RefusalWords refusals, TimeProvider clock, IStringLocalizer<RulesText> text) : PageModel
{
    public sealed class PublishInput
    {
        public int Revision { get; set; }

        /// <summary>The version as JSON, travelling in the form.</summary>
        public string? Text { get; set; }

        [Display(Name = "Profile_EffectiveFrom")]
        public DateOnly? EffectiveFrom { get; set; }

        [Display(Name = "Profile_Note")]
        public string? Note { get; set; }
    }

    [BindProperty]
    public PublishInput Publish { get; set; } = new();

    /// <summary>Null until one was read without a fault.</summary>
    public RuleProfile? Draft { get; private set; }

    public IReadOnlyList<ChangedRule> Changes { get; private set; } = [];

    /// <summary>What would move if the open cases were moved to it.</summary>
    public IReadOnlyList<MovedLine> Moved { get; private set; } = [];

    public IReadOnlyList<RefusalNote> Refusals { get; private set; } = [];

    protected RuleBook Book => rules.Book;

    /// <summary>The newest version, whether or not it is in force: a new one follows it.</summary>
    protected RuleProfile Newest => rules.Book.Versions[^1];

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellationToken)
    {
        foreach (var key in ModelState.Keys.Where(key => !key.StartsWith(nameof(Publish) + '.', StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
        var isDayMissing = Publish.EffectiveFrom is null;
        if (!await ReadAsync(Publish.Text ?? "", cancellationToken) || Draft is not { } draft)
            return Page();
        if (Changes.Count == 0)
        {
            Refuse(CorrectionRefusals.NothingChanged);
            return Page();
        }

        if (isDayMissing && ModelState.IsValid)
            Refuse(ActRefusals.Missing(nameof(RuleProfile.EffectiveFrom)));
        if (isDayMissing || !ModelState.IsValid)
            return Page();
        var next = draft with { EffectiveFrom = Publish.EffectiveFrom ?? draft.EffectiveFrom };
        if (await acts.PublishAsync(User.PersonId(), Publish.Revision, next, Publish.Note ?? "", clock.GetUtcNow(), cancellationToken) is { } refusal)
        {
            Refuse(refusal);
            Publish.Revision = rules.Book.Revision;
            return Page();
        }

        await redating.RunAsync(clock.GetUtcNow(), cancellationToken);
        this.Say(text["Said_Published", rules.Book.Versions[^1].Version, DateText.InSentence(next.EffectiveFrom)]);
        return Redirect("/admin/rules");
    }

    protected void Refuse(params IReadOnlyList<Refusal> said) => Refusals = [.. said.Select(refusals.Of)];

    /// <summary>Reads a version and says what it would change.</summary>
    protected async Task<bool> ReadAsync(string json, CancellationToken cancellationToken)
    {
        var (profile, problems) = ProfileReader.Read(json, rules.Book);
        if (profile is null)
        {
            Refuse(problems);
            return false;
        }

        Draft = profile;
        Changes = words.Changes(Newest, profile);
        Moved = await redating.PreviewAsync(profile, clock.GetUtcNow(), cancellationToken);
        var today = OfficeClock.Day(clock.GetUtcNow());
        Publish.Text = RulesJson.Write(profile);
        Publish.EffectiveFrom ??= today;
        Publish.Revision = Publish.Revision == 0 ? rules.Book.Revision : Publish.Revision;
        return true;
    }
}
