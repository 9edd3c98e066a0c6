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
using Proposals.Web.Acts;
using Proposals.Web.Face;
using Proposals.Web.Security;

namespace Proposals.Web.Pages.People;

[Authorize(Policy = Permissions.SignedIn), OpenBeforePasswordChange, EnableRateLimiting(RateLimits.Passwords)]
public sealed class PasswordModel(PeopleActs acts, UserManager<Person> people, SignInManager<Person> signIn, RefusalWords words, TimeProvider clock, IStringLocalizer<PeopleText> text) : PageModel
{
    public sealed class PasswordInput
    {
        [Required, StringLength(Lengths.Name), DataType(DataType.Password), Display(Name = "Password_Current")]
        public string Current { get; set; } = "";

        [Required, StringLength(Lengths.Name, MinimumLength = AccountsRegistration.PasswordLength), DataType(DataType.Password), Display(Name = "Password_New")]
        public string New { get; set; } = "";

        [Required, Compare(nameof(New)), DataType(DataType.Password), Display(Name = "Password_Repeat")]
        public string Repeat { get; set; } = "";
    }

    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public RefusalNote? Refusal { get; private set; }

    public bool IsForced => User.MustChangePassword();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await acts.ChangeOwnPasswordAsync(User.PersonId(), Input.Current, Input.New, clock.GetUtcNow(), cancellationToken) is { } refusal)
        {
            var note = words.Of(refusal);
            Refusal = new RefusalNote(text["Password_Refused"], note.What + note.WhatToDo);
            return Page();
        }

        // The change ended every session of this account; this one goes on.
        if (await people.GetUserAsync(User) is { } person)
            await signIn.RefreshSignInAsync(person);
        this.Say(text["Password_Saved"]);
        return LocalRedirect("/");
    }
}
