using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.People;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Conventions;

/// <summary>Whatever the product can say, it can say in both languages.</summary>
[Trait("Asks", "NoDatabase")]
public sealed partial class TextTests
{
    /// <summary>Members of the domain's enums that no page shows, each with its reason.</summary>
    private static readonly Dictionary<string, string> NotShown = new()
    {
        ["TermUnit"] = "worded by Term_ with its number",
        ["Light"] = "worded by Light_ and Lamp_ with the lamp's own colours",
        ["CaseState"] = "worded by State_",
        ["StepState"] = "a page lists what waits, and its history by acts",
        ["InboxTab"] = "tabs have the inbox's own text",
        ["Conflict"] = "becomes a refusal at the store's edge",
        ["PrincipalSignsFor"] = "a rule of the profile, shown as a sentence",
        ["WaitState"] = "a page lists what waits; an answered task has the page's own text",
        ["FindingKind"] = "worded by Found_ and Do_ of the page 运行状况",
        ["DueReason"] = "worded by Sum_ with its dates",
        ["RungState"] = "a page lists what was raised; what was passed over stands in the entry of what was raised instead",
        ["NoticeChannel"] = "worded by Channel_ of the page 运行状况",
        ["PostState"] = "a message's way is the installation's matter, not a reader's",
        ["WorkItemState"] = "a list shows who and when, not the item's own state",
    };

    private static readonly string[] IdentityCodes =
    [
        nameof(IdentityErrorDescriber.DuplicateUserName), nameof(IdentityErrorDescriber.InvalidUserName), nameof(IdentityErrorDescriber.ConcurrencyFailure),
        nameof(IdentityErrorDescriber.PasswordMismatch), nameof(IdentityErrorDescriber.PasswordTooShort),
        nameof(IdentityErrorDescriber.PasswordRequiresDigit), nameof(IdentityErrorDescriber.PasswordRequiresLower),
    ];

    [Fact]
    public void Every_text_has_its_English_pair_with_the_same_keys_and_placeholders()
    {
        var complaints = new List<string>();
        foreach (var file in Sources.Files(".resx"))
        {
            var isEnglish = file.EndsWith(".en.resx", StringComparison.Ordinal);
            var pair = isEnglish ? file.Replace(".en.resx", ".resx", StringComparison.Ordinal) : file.Replace(".resx", ".en.resx", StringComparison.Ordinal);
            if (!File.Exists(pair))
            {
                complaints.Add($"{Sources.Name(file)}: no pair");
                continue;
            }

            var (own, other) = (Sources.Texts(file), Sources.Texts(pair));
            complaints.AddRange(own.Keys.Except(other.Keys).Select(key => $"{Sources.Name(pair)}: {key} is missing"));
            if (!isEnglish)
                complaints.AddRange(own.Keys.Intersect(other.Keys).Where(key => !Places(own[key]).SetEquals(Places(other[key]))).Select(key => $"{Sources.Name(file)}: {key} has other placeholders in English"));
            complaints.AddRange(own.Where(text => string.IsNullOrEmpty(text.Value)).Select(text => $"{Sources.Name(file)}: {text.Key} is empty"));
        }

        Complaints.None(complaints);
    }

    [Fact]
    public void Every_refusal_has_its_sentence()
    {
        var domain = DomainSources();
        var codes = RefusalCodes().Matches(domain).Select(match => match.Groups["code"].Value)
            .Concat(IdentityCodes.Select(code => $"identity.{code}"))
            .Concat(FieldNames().Matches(domain).Select(match => "field." + match.Groups["field"].Value.Split('.')[^1]))
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(codes.Count > 50, "The search found hardly a code; the way refusals are written has changed.");
        Complaints.None(Missing("RefusalText", codes));
    }

    [Fact]
    public void Every_sentence_about_a_refusal_has_its_refusal()
    {
        var domain = DomainSources();
        Complaints.None(Sources.SharedTexts("RefusalText").SelectMany(text => text.Texts.Keys).Distinct()
            .Where(key => key is not "done" && !key.StartsWith("field.", StringComparison.Ordinal) && !key.StartsWith("identity.", StringComparison.Ordinal))
            .Where(key => !domain.Contains($"\"{(key.EndsWith(".do", StringComparison.Ordinal) ? key[..^3] : key)}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_act_has_its_name() =>
        Complaints.None(Missing("ActText", ActRights.Acts.Concat(PersonActs().Matches(DomainSources()).Select(match => match.Groups["act"].Value))));

    [Fact]
    public void Every_value_a_page_can_show_has_its_label() =>
        Complaints.None(Missing("LabelText", Shown().SelectMany(Keys).Concat(Enum.GetNames<CaseState>().Select(state => $"State_{state}"))));

    [Fact]
    public void Every_label_of_a_value_still_has_its_value()
    {
        var enums = Shown().ToDictionary(type => type.Name);
        Complaints.None(Sources.SharedTexts("LabelText").SelectMany(text => text.Texts.Keys).Distinct()
            .Select(key => (Key: key, Parts: key.Split('_', 2)))
            .Where(label => label.Parts.Length == 2 && enums.TryGetValue(label.Parts[0], out var type) && !Enum.GetNames(type).Contains(label.Parts[1]))
            .Select(label => label.Key));
    }

    private static IEnumerable<Type> Shown() => typeof(Person).Assembly.GetTypes().Where(type => type is { IsEnum: true, IsPublic: true } && !NotShown.ContainsKey(type.Name));

    private static IEnumerable<string> Keys(Type type) => Enum.GetNames(type).Select(name => $"{type.Name}_{name}");

    private static IEnumerable<string> Missing(string text, IEnumerable<string> keys) =>
        from key in keys.Distinct()
        from language in Sources.SharedTexts(text)
        where !language.Texts.ContainsKey(key)
        select $"{language.File}: {key}";

    private static HashSet<string> Places(string text) => [.. Placeholders().Matches(text).Select(match => match.Value)];

    private static string DomainSources() =>
        string.Join('\n', Sources.Files(".cs").Where(file => Sources.Name(file).StartsWith(Path.Combine("src", "Proposals") + Path.DirectorySeparatorChar, StringComparison.Ordinal)).Select(File.ReadAllText));

    [GeneratedRegex(@"new( Refusal)?\(""(?<code>[a-z][a-z-]*\.[a-z][a-z-]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex RefusalCodes();

    [GeneratedRegex(@"(ActRefusals\.)?\b(Check|Missing|TooLong)\(nameof\((?<field>[\w.]+)\)|new FieldName\((nameof\((?<field>[\w.]+)\)|""(?<field>\w+)"")\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex FieldNames();

    [GeneratedRegex(@"""(?<act>(Create|Change|Disable|Enable|Reset|Unlock)\w*(Person|Department|Password|CalendarFeed)|(Save|Import|Revert|Publish|Retract|Delete|Adopt)Definition(Draft)?|SaveBureau)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PersonActs();

    [GeneratedRegex(@"\{\d+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholders();
}
