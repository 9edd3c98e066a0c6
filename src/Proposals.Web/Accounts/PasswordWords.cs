using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Proposals.Web.Pages.People;

namespace Proposals.Web.Accounts;

/// <summary>Identity's complaints about a password, in the person's language.</summary>
internal sealed class PasswordWords(IStringLocalizer<PeopleText> text) : IdentityErrorDescriber
{
    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch));

    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), length);

    public override IdentityError PasswordRequiresDigit() => Say(nameof(PasswordRequiresDigit));

    public override IdentityError PasswordRequiresLower() => Say(nameof(PasswordRequiresLower));

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), userName);

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), userName ?? "");

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure));

    private IdentityError Say(string code, params object[] arguments) => new() { Code = code, Description = text[code, arguments] };
}
