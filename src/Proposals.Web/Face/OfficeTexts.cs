using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;

namespace Proposals.Web.Face;

/// <summary>Every text of the product in the place's own words (用语): where its rules say 见面沟通, no page says 面商. What people wrote themselves stays as it is.</summary>
internal sealed class OfficeTexts(ResourceManagerStringLocalizerFactory files, OfficeRules rules) : IStringLocalizerFactory
{
    /// <summary>Those that stand inside no other word. 主办, 独办 and 会办 do, and are said by <see cref="OfficeWords.Part"/>.</summary>
    private static readonly Dictionary<string, OfficeWord> Standing =
        new[] { OfficeWord.Consultation, OfficeWord.ReminderSlip, OfficeWord.WarningSlip, OfficeWord.SupervisionSlip }.ToDictionary(ShippedRules.Profile.WordOf);

    private static readonly Regex Words = new(string.Join('|', Standing.Keys.Select(Regex.Escape)), RegexOptions.None, TimeSpan.FromSeconds(1));

    public IStringLocalizer Create(Type resourceSource) => new Text(files.Create(resourceSource), this);

    public IStringLocalizer Create(string baseName, string location) => new Text(files.Create(baseName, location), this);

    private string Said(string text)
    {
        var profile = rules.Profile;
        return Languages.IsEnglish || Standing.All(word => profile.WordOf(word.Value) == word.Key) ? text : Words.Replace(text, match => profile.WordOf(Standing[match.Value]));
    }

    private sealed class Text(IStringLocalizer file, OfficeTexts office) : IStringLocalizer
    {
        public LocalizedString this[string name] => Said(file[name]);

        public LocalizedString this[string name, params object[] arguments] => file[name] switch
        {
            { ResourceNotFound: true } missing => missing,
            var form => new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, office.Said(form.Value), arguments)),
        };

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => file.GetAllStrings(includeParentCultures).Select(Said);

        private LocalizedString Said(LocalizedString text) => text.ResourceNotFound ? text : new LocalizedString(text.Name, office.Said(text.Value));
    }
}
