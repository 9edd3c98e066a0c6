using Microsoft.Extensions.Localization;
using Proposals.Web.Pages.Designer.Studio;

namespace Proposals.Web.ElsaApi;

/// <summary>A call that changes something comes from a page of this product. The cookie alone does not show that; the browser's own word about where the call began does.</summary>
internal sealed class OwnPagesOnly(IStringLocalizer<StudioText> text) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return HttpMethods.IsGet(request.Method) || IsOwn(request)
            ? next(context)
            : ValueTask.FromResult<object?>(ApiProblem.Of(StatusCodes.Status400BadRequest, text["Api_OwnPagesOnly"]));
    }

    private static bool IsOwn(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site]
            ? site == "same-origin"
            : request.Headers.Origin is [{ } origin] && Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value;
}
