namespace Proposals.Deadlines;

/// <summary>Which shares are reported, and what the place asks of them. A target is a remark beside a rate; nothing is blocked by it.</summary>
public sealed record RateRules
{
    /// <summary>面商率（N次）: one rate for each N, of the items with at least so many valid consultations.</summary>
    public required IReadOnlyList<int> ConsultationRates { get; init; }

    /// <summary>What the first of those rates should reach, by the load of the year. Empty where the place asks for nothing.</summary>
    public required IReadOnlyList<LoadTarget> ConsultationTargets { get; init; }

    /// <summary>解决率 of all owed; null where the place asks for nothing.</summary>
    public required int? ResolvedPercent { get; init; }

    public LoadTarget? TargetFor(int items) => ConsultationTargets.Where(line => line.FromItems <= items).MaxBy(line => line.FromItems);
}

/// <param name="FromItems">Items owed in the year, from which on the line holds.</param>
public sealed record LoadTarget(int FromItems, int Percent);
