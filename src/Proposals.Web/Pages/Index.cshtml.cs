using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Proposals.Web.Pages;

[Authorize(Policy = Permissions.SignedIn)]
public sealed class IndexModel : PageModel;
