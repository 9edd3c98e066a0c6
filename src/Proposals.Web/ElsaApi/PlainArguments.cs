using Proposals.Persistence;

namespace Proposals.Web.ElsaApi;

/// <summary>What an address says, made fit to be looked for; for pages their binding does the same.</summary>
internal sealed class PlainArguments : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var arguments = context.Arguments;
        for (var at = 0; at < arguments.Count; at++)
        {
            if (arguments[at] is string text)
                arguments[at] = PlainText.Of(text);
            else if (arguments[at] is string[] texts)
                arguments[at] = Array.ConvertAll(texts, each => each is null ? each : PlainText.Of(each));
        }

        return next(context);
    }
}
