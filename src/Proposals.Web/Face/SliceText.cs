using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Face;

/// <summary>The words for a form's labels and messages: its slice's own texts first, then the shared one. A slice's texts are the
/// marker classes beside the page, named …Text and in the same namespace.</summary>
internal sealed class SliceText(IReadOnlyList<IStringLocalizer> slice, IStringLocalizer shared) : IStringLocalizer
{
    private static readonly ConcurrentDictionary<string, Type[]> Markers = new();

    public LocalizedString this[string name] => Found(text => text[name]) ?? shared[name];

    public LocalizedString this[string name, params object[] arguments] => Found(text => text[name, arguments]) ?? shared[name, arguments];

    public static IStringLocalizer For(Type model, IStringLocalizerFactory factory) =>
        new SliceText([.. Markers.GetOrAdd(model.Namespace ?? "", MarkersIn).Select(factory.Create)], factory.Create(typeof(SharedText)));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        slice.Append(shared).SelectMany(text => text.GetAllStrings(includeParentCultures));

    private LocalizedString? Found(Func<IStringLocalizer, LocalizedString> look) => slice.Select(look).FirstOrDefault(found => !found.ResourceNotFound);

    private static Type[] MarkersIn(string name) =>
        Array.FindAll(typeof(SliceText).Assembly.GetTypes(), type => type.Namespace == name && type.Name.EndsWith("Text", StringComparison.Ordinal));
}
