using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Face;

/// <summary>The words for a form's labels and messages: its slice's own text first, then the shared one. The slice's text is the
/// marker class beside the page, named …Text and in the same namespace.</summary>
internal sealed class SliceText(IStringLocalizer slice, IStringLocalizer shared) : IStringLocalizer
{
    private static readonly ConcurrentDictionary<string, Type> Markers = new();

    public LocalizedString this[string name] => slice[name] is { ResourceNotFound: false } found ? found : shared[name];

    public LocalizedString this[string name, params object[] arguments] =>
        slice[name, arguments] is { ResourceNotFound: false } found ? found : shared[name, arguments];

    public static IStringLocalizer For(Type model, IStringLocalizerFactory factory)
    {
        var shared = factory.Create(typeof(SharedText));
        var marker = Markers.GetOrAdd(model.Namespace ?? "", name => MarkerIn(name) ?? typeof(SharedText));
        return marker == typeof(SharedText) ? shared : new SliceText(factory.Create(marker), shared);
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        slice.GetAllStrings(includeParentCultures).Concat(shared.GetAllStrings(includeParentCultures));

    private static Type? MarkerIn(string name) =>
        Array.Find(typeof(SliceText).Assembly.GetTypes(), type => type.Namespace == name && type.Name.EndsWith("Text", StringComparison.Ordinal));
}
