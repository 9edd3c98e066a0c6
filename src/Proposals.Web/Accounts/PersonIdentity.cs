using System.Globalization;
using System.Security.Claims;
using Proposals.Handling;
using Proposals.People;

namespace Proposals.Web.Accounts;

/// <summary>What the cookie knows about the person: enough to draw a page and to ask for a permission, without a query.</summary>
public static class PersonIdentity
{
    internal const string NameClaim = "display-name";
    internal const string TitleClaim = "title";
    internal const string DutiesClaim = "duties";
    internal const string DepartmentClaim = "department";
    internal const string SeesOnlyFromClaim = "sees-only-from";
    internal const string MustChangePasswordClaim = "must-change-password";

    public static Guid PersonId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? id
            : throw new InvalidOperationException("Nobody is signed in; the page lacks its permission.");

    public static string PersonName(this ClaimsPrincipal user) => user.FindFirstValue(NameClaim) ?? "";

    public static string PersonTitle(this ClaimsPrincipal user) => user.FindFirstValue(TitleClaim) ?? "";

    public static Duty Duties(this ClaimsPrincipal user) =>
        int.TryParse(user.FindFirstValue(DutiesClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var duties) ? (Duty)duties : Duty.None;

    public static DepartmentId? DepartmentId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(DepartmentClaim), out var id) ? new DepartmentId(id) : null;

    /// <summary>Which cases he may see; drawn from the cookie, which is renewed within a minute of a change.</summary>
    public static CaseVisibility Visibility(this ClaimsPrincipal user) =>
        new(user.PersonId(), user.Duties(), user.DepartmentId(), user.FindFirstValue(SeesOnlyFromClaim));

    public static bool IsSignedIn(this ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true };

    internal static bool MustChangePassword(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == MustChangePasswordClaim);
}
