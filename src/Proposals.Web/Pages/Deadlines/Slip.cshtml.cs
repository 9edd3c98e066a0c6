using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Papers;
using Proposals.Web.Acts;
using Proposals.Web.Face;
using Proposals.Web.Pages.Handling;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>提醒单, 预警单 or 督办单 of one rung as a Word file, made when it is asked for.</summary>
[Authorize(Policy = Permissions.ReadCases)]
public sealed class SlipPage(ActDesk desk, RungQuery rungs, SlipFiller filler) : PageModel
{
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [BindProperty(SupportsGet = true)]
    public CaseId Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Rung { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || await desk.FindAsync(Id, cancellationToken) is not { } file
            || (await rungs.OfCaseAsync(Id, cancellationToken)).FirstOrDefault(record => record.Rung.Id == Rung) is not { } record)
            return NotFound();

        // A paper of the office, whatever language its reader has the pages in.
        CultureInfo.CurrentUICulture = Languages.Chinese;
        var slip = await filler.FillAsync(file, record, desk.Today);
        Response.Headers.CacheControl = "private, no-store";
        return File(slip.Write(), Document, PrintedName.Of($"{PaperItem.Of(file.Case).Called} {slip.Name} {DateText.InTable(slip.RaisedOn)}", "docx"));
    }
}
