using Microsoft.Extensions.Localization;
using Proposals.Web.Accounts;
using Proposals.Web.Pages.Designer.Studio;

namespace Proposals.Web.ElsaApi;

/// <summary>Whoever still has to choose a password of their own does so before anything else, as on the pages.</summary>
internal sealed class PasswordFirst(IStringLocalizer<StudioText> text) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.User.MustChangePassword()
            ? ValueTask.FromResult<object?>(ApiProblem.Of(StatusCodes.Status403Forbidden, text["Api_PasswordFirst"]))
            : next(context);
}
