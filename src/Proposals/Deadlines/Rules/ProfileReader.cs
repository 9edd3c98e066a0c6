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
            if (profile.CopiesTo.Contains(null!) || profile.ResultClasses.Contains(null!) || profile.Extensions.Longest.Contains(null!))
                return (null, [ProfileRefusals.Unreadable("null", 1)]);
            var problems = ProfileCheck.Problems(profile, book);
            return problems.Count == 0 ? (profile, []) : (null, problems);
        }
        catch (Exception unread) when (unread is JsonException or ArgumentException)
        {
            return (null, [ProfileRefusals.Unreadable((unread as JsonException)?.Path ?? "$", ((unread as JsonException)?.LineNumber ?? 0) + 1)]);
        }
    }
}
