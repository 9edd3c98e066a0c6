using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Handling;
using Proposals.Papers;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Handling;

/// <summary>The papers that are printed from a case.</summary>
public enum CasePaper
{
    Reply,
    Opinion,
    Form,
    Sheet,
}

/// <summary>One paper of a case as a Word file, made when it is asked for; what there is nothing for yet is not found.</summary>
[Authorize(Policy = Permissions.ReadCases)]
public sealed class CasePaperPage(ActDesk desk, Bureau bureau) : PageModel
{
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [BindProperty(SupportsGet = true)]
    public CaseId Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public CasePaper Paper { get; set; }

    /// <summary>Left out, the present one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Round { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || await desk.FindAsync(Id, cancellationToken) is not { } file)
            return NotFound();
        var papers = new CasePapers(file, await bureau.IssuerAsync(), desk.Rules.OfPaper(file.Case));
        var (name, bytes) = Paper switch
        {
            CasePaper.Reply => ("复函", papers.Reply(Round)?.Write()),
            CasePaper.Opinion => ("会办意见", papers.Opinion(Round)?.Write()),
            CasePaper.Form => ("征询意见表", papers.Form(Round)?.Write()),
            _ => ("发文稿纸", papers.Sheet(Round)?.Write()),
        };
        if (bytes is null)
            return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        return File(bytes, Document, PrintedName.Of($"{PaperItem.Of(file.Case).Called} {name}", "docx"));
    }
}
