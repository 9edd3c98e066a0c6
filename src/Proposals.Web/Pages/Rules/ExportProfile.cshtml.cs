using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Deadlines;

namespace Proposals.Web.Pages.Rules;

/// <summary>A version as the JSON that an import reads.</summary>
[Authorize(Policy = Permissions.ManageRules)]
public sealed class ExportProfilePage(OfficeRules rules) : PageModel
{
    public IActionResult OnGet(int version) => rules.Book.Versions.FirstOrDefault(known => known.Version == version) is { } profile
        ? File(Encoding.UTF8.GetBytes(RulesJson.Write(profile)), MediaTypeNames.Application.Json, $"{profile.Name}-{profile.Version}.json")
        : NotFound();
}
