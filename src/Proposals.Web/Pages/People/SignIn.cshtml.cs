using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Accounts;
using Proposals.Web.Demo;
using Proposals.Web.Face;
using Proposals.Web.Security;

namespace Proposals.Web.Pages.People;

[AllowAnonymous, OpenBeforePasswordChange, EnableRateLimiting(RateLimits.Passwords)]
public sealed class SignInModel(SignInManager<Person> signIn, NameLimit names, IWebHostEnvironment environment, IStringLocalizer<PeopleText> text) : PageModel
{
    public sealed class SignInInput
    {
        [Required, StringLength(Lengths.Name), Display(Name = "SignIn_UserName")]
        public string UserName { get; set; } = "";

        [Required, StringLength(Lengths.Name), DataType(DataType.Password), Display(Name = "SignIn_Password")]
        public string Password { get; set; } = "";
    }

    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public RefusalNote? Refusal { get; private set; }

    public bool OffersDemo => environment.IsDevelopment();

    public IActionResult OnGet() => User.IsSignedIn() ? Onward() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();
        if (names.Wait(Input.UserName.Trim()) is { } wait)
        {
            RateLimits.TellToWait(Response, wait);
            return new EmptyResult();
        }

        var result = await signIn.PasswordSignInAsync(Input.UserName.Trim(), Input.Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
            return Onward();

        // A disabled account hears what a wrong password hears: the page must not tell who works here.
        Refusal = result.IsLockedOut
            ? new RefusalNote(text["SignIn_Locked"], text["SignIn_LockedHint"])
            : new RefusalNote(text["SignIn_Wrong"], text["SignIn_WrongHint"]);
        return Page();
    }

    public async Task<IActionResult> OnPostDemoAsync(string? userName)
    {
        if (!OffersDemo || DemoAccounts.All.All(account => account.UserName != userName))
            return NotFound();
        var person = await signIn.UserManager.FindByNameAsync(userName ?? "");
        if (person is null || !await signIn.CanSignInAsync(person))
            return NotFound();
        await signIn.SignInAsync(person, isPersistent: false);
        return Onward();
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
}
