using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Setup;

/// <summary>单位信息: what the bureau is called on pages, on paper and in other people's lists.</summary>
[Authorize(Policy = Permissions.ManagePeople)]
public sealed class BureauPage(PeopleActs acts, Bureau bureau, RefusalWords words, TimeProvider clock, IStringLocalizer<SetupText> text) : PageModel
{
    [BindProperty]
    public BureauInput Input { get; set; } = new();

    public bool IsSetUp { get; private set; }

    public RefusalNote? Refusal { get; private set; }

    public async Task OnGetAsync()
    {
        var settings = await bureau.SettingsAsync();
        IsSetUp = settings.IsSetUp;
        Input = new BureauInput { Name = settings.Name, ShortNames = settings.ShortNames, Address = settings.Address, Phone = settings.Phone };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        IsSetUp = (await bureau.SettingsAsync()).IsSetUp;
        if (!ModelState.IsValid)
            return Page();
        var details = new BureauDetails(Input.Name, (Input.ShortNames ?? "").ReplaceLineEndings("\n")) { Address = Input.Address ?? "", Phone = Input.Phone ?? "" };
        if (await acts.SaveBureauAsync(User.PersonId(), details, clock.GetUtcNow(), cancellationToken) is { } refusal)
        {
            Refusal = words.Of(refusal);
            return Page();
        }

        this.Say(text["Said_Bureau"]);
        return Redirect(IsSetUp ? "/admin/bureau" : "/setup");
    }
}

public sealed class BureauInput
{
    [Required, StringLength(Lengths.Name), Display(Name = "Bureau_Name")]
    public string Name { get; set; } = "";

    [StringLength(Lengths.Remark), Display(Name = "Bureau_ShortNames")]
    public string? ShortNames { get; set; }

    [StringLength(Lengths.Subject), Display(Name = "Bureau_Address")]
    public string? Address { get; set; }

    [StringLength(Lengths.Phone), Display(Name = "Bureau_Phone")]
    public string? Phone { get; set; }
}
