using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.People;
using Proposals.Web.Accounts;

namespace Proposals.Web.Pages.People;

[Authorize(Policy = Permissions.SignedIn), OpenBeforePasswordChange]
public sealed class SignOutModel(SignInManager<Person> signIn) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await Sessions.EndAsync(HttpContext);
        await signIn.SignOutAsync();
        return LocalRedirect("/sign-in");
    }
}
