using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>An endpoint as the running product has it.</summary>
internal sealed record LiveEndpoint(string Route, string Permission, string Methods, bool IsTokenless)
{
    public string Name { get; } = new PermissionRow(Route, Permission, Methods).Name;
}

internal static class Endpoints
{
    public static async Task<IReadOnlyList<LiveEndpoint>> OfAsync(Office office)
    {
        // What the compiler of a development build offers besides the manifest; closed, because nobody asked it to be open.
        const string DevelopmentAssets = "{**path:file}";
        var loader = office.Services.GetRequiredService<PageLoader>();
        var found = new List<LiveEndpoint>();
        foreach (var endpoint in office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            {
                continue;
            }

            var route = endpoint.RoutePattern.RawText?.Trim('/') ?? "";
            if (route == DevelopmentAssets && PermissionOf(endpoint.Metadata) == "closed")
            {
                continue;
            }

            // A page's own attributes are known only once it is loaded.
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var loaded = await loader.LoadAsync(page, endpoint.Metadata);
                var metadata = new EndpointMetadataCollection([.. endpoint.Metadata, .. loaded.EndpointMetadata ?? []]);
                found.Add(new LiveEndpoint(route, PermissionOf(metadata), MethodsOf(loaded), IsTokenless(metadata)));
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
                found.Add(new LiveEndpoint(route, PermissionOf(endpoint.Metadata), methods.Count == 0 ? PermissionRow.Any : Joined(methods), IsTokenless(endpoint.Metadata)));
            }
        }

        return found;
    }

    private static string PermissionOf(EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return PermissionRow.Anonymous;
        }

        IReadOnlyList<IAuthorizeData> asked = metadata.GetOrderedMetadata<IAuthorizeData>();
        return asked.Count == 0 ? "closed" : string.Join(" + ", asked.Select(data => data.Policy ?? "signed in, without a permission").Distinct().Order(StringComparer.Ordinal));
    }

    private static string MethodsOf(CompiledPageActionDescriptor page) =>
        Joined(page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Append("GET"));

    private static string Joined(IEnumerable<string> methods) => string.Join(", ", methods.Distinct().Order(StringComparer.Ordinal));

    private static bool IsTokenless(EndpointMetadataCollection metadata) => metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null || metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };
}
