using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Rules;

/// <summary>导入办理规则: a version that another bureau, or this one, exported.</summary>
[Authorize(Policy = Permissions.ManageRules)]
public sealed class ImportProfilePage(OfficeRules rules, RuleActs acts, Redating redating, ProfileWords words, RefusalWords refusals, TimeProvider clock, IStringLocalizer<RulesText> text)
    : ProfileDraftPage(rules, acts, redating, words, refusals, clock, text)
{
    [BindProperty, Display(Name = "Import_File")]
    public IFormFile? Upload { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (Upload is { } upload)
        {
            var (decoded, refusal) = await TextUpload.ReadAsync(upload, ProfileReader.LongestText * 4L, ProfileRefusals.TooLong, cancellationToken);
            if (refusal is not null)
            {
                Refuse(refusal);
                return Page();
            }

            Publish.Text = decoded;
        }

        await ReadAsync(Publish.Text ?? "", cancellationToken);
        return Page();
    }
}
