using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;
using Proposals.Persistence;
using Proposals.Web.Face;

namespace Proposals.Web.Acts;

/// <summary>What of a form goes into its draft, and how it comes back.</summary>
public static class DraftField
{
    private static readonly string[] NotKept = ["__RequestVerificationToken", "__Invariant", "handler", $"{nameof(ActPage.Seal)}."];

    /// <summary>Everything the person typed: no files, no seal, no token.</summary>
    public static Dictionary<string, string[]> Of(IFormCollection form) => form
        .Where(field => !NotKept.Any(start => field.Key.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        .ToDictionary(field => field.Key, field => field.Value.Where(value => value is not null).Select(value => PlainText.Of(value!)).ToArray());

    public static IValueProvider AsValues(IReadOnlyDictionary<string, string[]> fields) => new FormValueProvider(
        BindingSource.Form,
        new FormCollection(fields.ToDictionary(field => field.Key, field => new StringValues(field.Value))),
        CultureInfo.InvariantCulture);

    /// <summary>Every field that held the one day holds the other.</summary>
    public static Dictionary<string, string[]> Moved(IReadOnlyDictionary<string, string[]> fields, DateOnly from, DateOnly to) => fields.ToDictionary(
        field => field.Key,
        field => field.Value.Select(value => value == DateText.InTable(from) ? DateText.InTable(to) : value).ToArray());

    /// <summary>The inputs of a page: its own bound objects, without the address and the seal.</summary>
    public static IEnumerable<PropertyInfo> InputsOf(ActPage page) => page.GetType().GetProperties()
        .Where(property => property.Name != nameof(ActPage.Seal)
            && property.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: false }
            && property.PropertyType.IsClass && property.PropertyType != typeof(string));
}
