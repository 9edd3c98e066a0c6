using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Designer;

namespace Proposals.Web.Pages.Designer;

/// <summary>One version as a file that this product and Elsa Studio read.</summary>
[Authorize(Policy = Permissions.ReadWorkflows)]
public sealed class ExportPage(DefinitionShelf shelf, DefinitionQuery query) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string definitionId, int version, CancellationToken cancellationToken)
    {
        if (await query.RowAsync(definitionId, version, cancellationToken) is not { } row || await shelf.ExportAsync(row.Id, cancellationToken) is not var (name, text))
            return NotFound();
        Response.Headers.XContentTypeOptions = "nosniff";
        return File(Encoding.UTF8.GetBytes(text), "application/json", name);
    }
}
