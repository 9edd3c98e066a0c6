using Proposals.Acts;

namespace Proposals.Deadlines;

/// <summary>Whether the rates can be counted and their targets reached, and whether every word can be shown.</summary>
public static class RateCheck
{
    /// <summary>A word stands in tabs, table cells and the names of papers.</summary>
    public const int LongestWord = 8;

    private const int MostConsultations = 20;

    internal static IEnumerable<Refusal> Problems(RateRules rates)
    {
        var least = 1;
        foreach (var times in rates.ConsultationRates)
        {
            if (times < least || times > MostConsultations)
                yield return ProfileRefusals.BadRate(times);
            least = Math.Max(least, Math.Min(times, MostConsultations) + 1);
        }

        var from = 0;
        foreach (var line in rates.ConsultationTargets)
        {
            if (line.FromItems < from)
                yield return ProfileRefusals.TargetsNotRising(line.FromItems);
            if (line.Percent is < 0 or > 100)
                yield return ProfileRefusals.BadPercent(line.Percent);
            from = Math.Max(from, line.FromItems == int.MaxValue ? line.FromItems : line.FromItems + 1);
        }

        if (rates.ResolvedPercent is < 0 or > 100)
            yield return ProfileRefusals.BadPercent(rates.ResolvedPercent.Value);
    }

    internal static IEnumerable<Refusal> Problems(IReadOnlyDictionary<OfficeWord, string> words) =>
        words.Where(pair => string.IsNullOrWhiteSpace(pair.Value) || pair.Value.Length > LongestWord || pair.Value.Any(char.IsControl)).Select(pair => ProfileRefusals.BadWord(pair.Key, pair.Value ?? ""));
}
