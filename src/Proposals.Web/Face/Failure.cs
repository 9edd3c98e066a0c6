using Microsoft.AspNetCore.Diagnostics;

namespace Proposals.Web.Face;

public static class Failure
{
    /// <summary>The request threw, and the page about it is being written.</summary>
    public static bool HasFailed(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<IExceptionHandlerFeature>() is not null;
    }
}
