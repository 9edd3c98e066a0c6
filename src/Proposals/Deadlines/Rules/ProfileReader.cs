using System.Text.Json;
using Proposals.Acts;

namespace Proposals.Deadlines;

/// <summary>Reads a rule profile that somebody exported, or wrote by hand. What cannot be read is named with its place.</summary>
public static class ProfileReader
{
    public const int LongestText = 100_000;

    /// <returns>A profile without problems, or what is wrong.</returns>
    public static (RuleProfile? Profile, IReadOnlyList<Refusal> Problems) Read(string text, RuleBook book)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
            return (null, [ProfileRefusals.TooLong]);
        try
        {
            var profile = RulesJson.ReadProfile(text);
            if (Holes(profile).FirstOrDefault() is { } hole)
                return (null, [ProfileRefusals.Hole(hole)]);
            var problems = ProfileCheck.Problems(profile, book);
            return problems.Count == 0 ? (profile, []) : (null, problems);
        }
        catch (Exception unread) when (unread is JsonException or ArgumentException)
        {
            return (null, [ProfileRefusals.Unreadable((unread as JsonException)?.Path ?? "$", ((unread as JsonException)?.LineNumber ?? 0) + 1)]);
        }
    }

    /// <summary>Lists with a null in them: the one fault that the reading itself lets through.</summary>
    private static IEnumerable<string> Holes(RuleProfile profile)
    {
        (string Path, IEnumerable<object?> Rows)[] lists =
        [
            ("$.copiesTo", profile.CopiesTo),
            ("$.resultClasses", profile.ResultClasses),
            ("$.extensions.longest", profile.Extensions.Longest),
            ("$.ladder.ladders", profile.Ladder.Ladders),
            .. profile.Ladder.Ladders.Select((ladder, place) => ($"$.ladder.ladders[{place}].rungs", (IEnumerable<object?>?)ladder?.Rungs ?? [])),
            ("$.rates.consultationTargets", profile.Rates.ConsultationTargets),
        ];
        return lists.Where(list => list.Rows.Contains(null)).Select(list => list.Path);
    }
}
