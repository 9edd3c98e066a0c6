using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Proposals.People;

namespace Proposals.Web.Accounts;

/// <summary>A disabled account can neither sign in nor go on: it is asked again each time the security stamp is. Names that nobody has, and disabled ones, hear and wait the same as all others.</summary>
internal sealed class PersonSignInManager(
    UserManager<Person> people,
    IHttpContextAccessor requests,
    IUserClaimsPrincipalFactory<Person> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Person>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Person> confirmation,
    SignInTurns turns,
    UnknownNames unknown)
    : SignInManager<Person>(people, requests, claims, options, logger, schemes, confirmation)
{
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Person>().HashPassword(Nobody(), Guid.NewGuid().ToString()));

    public override async Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        var name = UserManager.NormalizeName(userName) ?? "";
        using var turn = await turns.TakeAsync(name, Context.RequestAborted);
        var person = await UserManager.FindByNameAsync(userName);
        if (person is { IsDisabled: false } && !await UserManager.IsLockedOutAsync(person))
            return await PasswordSignInAsync(person, password, isPersistent, lockoutOnFailure);

        // The work of looking at a password is done in any case: how long the answer took would tell the rest.
        UserManager.PasswordHasher.VerifyHashedPassword(person ?? Nobody(), NobodysHash.Value, password);
        return person is { IsDisabled: false } || unknown.Fails(name) ? SignInResult.LockedOut : SignInResult.Failed;
    }

    public override async Task<bool> CanSignInAsync(Person user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return !user.IsDisabled && await base.CanSignInAsync(user);
    }

    public override async Task<bool> ValidateSecurityStampAsync(Person? user, string? securityStamp) =>
        user is { IsDisabled: false } && await base.ValidateSecurityStampAsync(user, securityStamp);

    private static Person Nobody() => new() { DisplayName = "" };
}
