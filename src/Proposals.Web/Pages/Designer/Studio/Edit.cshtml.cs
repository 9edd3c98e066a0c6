using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Designer;
using Proposals.Web.ElsaApi.Definitions;

namespace Proposals.Web.Pages.Designer.Studio;

/// <summary>One workflow in Elsa Studio. Who may only publish sees it there and changes nothing.</summary>
[Authorize(Policy = Permissions.ReadWorkflows)]
public sealed class EditPage(DefinitionQuery shelf) : PageModel
{
    public string DefinitionId { get; private set; } = "";

    public string Name { get; private set; } = "";

    public bool MayEdit => DefinitionReads.MayEdit(User);

    public async Task<IActionResult> OnGetAsync(string definitionId, CancellationToken cancellationToken)
    {
        if (await shelf.LatestAsync(definitionId, cancellationToken) is not { } version)
            return NotFound();
        (DefinitionId, Name) = (version.DefinitionId, version.Name);
        return Page();
    }
}
