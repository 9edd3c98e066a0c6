using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Rules;

/// <summary>修改办理规则: the newest version as a form; what comes of it is the next one.</summary>
[Authorize(Policy = Permissions.ManageRules)]
public sealed class EditProfilePage(OfficeRules rules, RuleActs acts, Redating redating, ProfileWords words, WrittenTerms terms, RefusalWords refusals, TimeProvider clock, IStringLocalizer<RulesText> text)
    : ProfileDraftPage(rules, acts, redating, words, refusals, clock, text)
{
    [BindProperty]
    public ProfileInput Input { get; set; } = new();

    public IEnumerable<DeadlineKind> MayPause => ProfileCheck.Kinds.Where(kind => kind is not (DeadlineKind.ReplyHardLimit or DeadlineKind.ReturnWindow)).Append(DeadlineKind.Step);

    public IEnumerable<DeadlineKind> MayExtend => [DeadlineKind.Reply, DeadlineKind.Rehandle, DeadlineKind.CoOpinion];

    public void OnGet() => Input = ProfileInput.Of(Newest, terms);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
            await ReadAsync(RulesJson.Write(Input.Read(Newest, terms)), cancellationToken);
        return Page();
    }
}
