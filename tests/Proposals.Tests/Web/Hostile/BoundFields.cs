using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web.Hostile;

/// <summary>What a page takes from a form or an address, drawn or not: its bound properties and the parameters of its handlers, down to the fields of their fields.</summary>
internal sealed record BoundFields(IReadOnlyList<string> Asked, IReadOnlyDictionary<string, IReadOnlyList<string>> Posted)
{
    private const int Deepest = 4;

    public static async Task<IReadOnlyDictionary<string, BoundFields>> OfAllAsync(Office office)
    {
        var found = new Dictionary<string, BoundFields>();
        var loader = office.Services.GetRequiredService<PageLoader>();
        var metadata = office.Services.GetRequiredService<IModelMetadataProvider>();
        foreach (var endpoint in office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
                continue;
            var loaded = await loader.LoadAsync(page, endpoint.Metadata);
            var bound = loaded.BoundProperties.SelectMany(property => Names(metadata.GetMetadataForProperty(loaded.ModelTypeInfo ?? throw new InvalidOperationException($"{page.RelativePath} has no model."), property.Name),
                property.BindingInfo?.BinderModelName ?? property.Name, 0)).ToList();
            IEnumerable<string> Parameters(HandlerMethodDescriptor handler) =>
                handler.Parameters.Where(parameter => parameter.ParameterType != typeof(CancellationToken)).SelectMany(parameter => Names(metadata.GetMetadataForType(parameter.ParameterType), parameter.Name, 0));
            var posted = loaded.HandlerMethods.Where(handler => IsOf(handler, "POST")).GroupBy(handler => handler.Name ?? "")
                .ToDictionary(handlers => handlers.Key, handlers => (IReadOnlyList<string>)[.. bound.Concat(handlers.SelectMany(Parameters)).Distinct()]);
            var asked = bound.Concat(loaded.HandlerMethods.Where(handler => IsOf(handler, "GET")).SelectMany(Parameters)).Append("handler").Append("culture").Distinct();
            found[endpoint.RoutePattern.RawText?.Trim('/') ?? ""] = new BoundFields([.. asked], posted);
        }

        return found;
    }

    private static bool IsOf(HandlerMethodDescriptor handler, string method) => string.Equals(handler.HttpMethod, method, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Names(ModelMetadata field, string name, int depth)
    {
        if (depth > Deepest || typeof(IFormFile).IsAssignableFrom(field.ModelType) || field.ElementType == typeof(IFormFile))
            return [];
        if (field.ElementMetadata is { } element)
            return Names(element, $"{name}[0]", depth + 1).Append(name);
        return field.IsComplexType ? field.Properties.Where(part => !part.IsReadOnly).SelectMany(part => Names(part, $"{name}.{part.Name}", depth + 1)) : [name];
    }
}
