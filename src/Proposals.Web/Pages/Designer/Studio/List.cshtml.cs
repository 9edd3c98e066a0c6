using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Proposals.Web.Pages.Designer.Studio;

/// <summary>Every workflow, in Elsa Studio's own list.</summary>
[Authorize(Policy = Permissions.ReadWorkflows)]
public sealed class ListPage : PageModel;
