using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Proposals.People;

namespace Proposals.Web.Accounts;

internal sealed class PersonClaims(UserManager<Person> people, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Person>(people, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PersonIdentity.NameClaim, user.DisplayName));
        identity.AddClaim(new Claim(PersonIdentity.TitleClaim, user.Title));
        identity.AddClaim(new Claim(PersonIdentity.DutiesClaim, ((int)user.Duties).ToString(CultureInfo.InvariantCulture)));
        if (user.DepartmentId is { } department)
            identity.AddClaim(new Claim(PersonIdentity.DepartmentClaim, department.Value.ToString()));
        if (user.SeesOnlyFrom is { } body)
            identity.AddClaim(new Claim(PersonIdentity.SeesOnlyFromClaim, body));
        if (user.MustChangePassword)
            identity.AddClaim(new Claim(PersonIdentity.MustChangePasswordClaim, "1"));
        return identity;
    }
}
