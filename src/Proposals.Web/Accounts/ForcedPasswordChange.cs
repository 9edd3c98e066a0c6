using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Proposals.Web.Accounts;

/// <summary>Pages that stay open to someone who still has to choose a password.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenBeforePasswordChangeAttribute : Attribute;

internal sealed class ForcedPasswordChange : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var open = context.ActionDescriptor.EndpointMetadata.OfType<OpenBeforePasswordChangeAttribute>().Any();
        if (open || !context.HttpContext.User.MustChangePassword())
            return next();
        context.Result = new RedirectResult("/password");
        return Task.CompletedTask;
    }
}
