namespace Proposals.Statistics;

/// <summary>A rate as it may be shown: numerator and denominator, never only a percentage. Nothing to count is no rate.</summary>
public readonly record struct Rate(int Part, int Whole)
{
    /// <summary>Of the numbers themselves: 74.96 % is shown as 75.0 and has not reached it.</summary>
    public bool Reaches(int percent) => Whole > 0 && 100L * Part >= (long)percent * Whole;

    public override string ToString() => Whole == 0 ? "—" : $"{Part}/{Whole}（{Math.Round(100m * Part / Whole, 1, MidpointRounding.AwayFromZero):0.0}%）";
}

/// <summary>The figures of one handling year (DOMAIN 5.2 and 5.3), with their base sets.</summary>
public sealed record Figures
{
    /// <summary>交办 = 应办 + 会办 + 退办 + 撤案 + 改办; what was registered by mistake is not among them.</summary>
    public required int Assigned { get; init; }

    /// <summary>应办: what we owe a reply to. A return that is not granted yet is still owed.</summary>
    public required int Owed { get; init; }

    /// <summary>会办: what we owe an opinion to.</summary>
    public required int CoOrganized { get; init; }

    /// <summary>退办, granted.</summary>
    public required int Returned { get; init; }

    /// <summary>撤案.</summary>
    public required int Withdrawn { get; init; }

    /// <summary>改办.</summary>
    public required int Reassigned { get; init; }

    /// <summary>办复率.</summary>
    public required Rate Replied { get; init; }

    /// <summary>按期办复率, of those replied or due by the reporting day.</summary>
    public required Rate RepliedOnTime { get; init; }

    /// <summary>面商率, by the number of valid consultations that the rules ask it for.</summary>
    public required IReadOnlyDictionary<int, Rate> Consulted { get; init; }

    /// <summary>办结率, 销号口径.</summary>
    public required Rate Closed { get; init; }

    /// <summary>解决率: class counts as resolved, of all owed.</summary>
    public required Rate Resolved { get; init; }

    public required Rate FeedbackReturned { get; init; }

    public required Rate SatisfiedWithAttitude { get; init; }

    public required Rate SatisfiedWithResult { get; init; }

    /// <summary>承诺兑现率: cleared of those due or cleared.</summary>
    public required Rate CommitmentsKept { get; init; }

    /// <summary>重新办理率.</summary>
    public required Rate Rehandled { get; init; }

    /// <summary>会办意见按时率: sent by its date, of those sent or due by the reporting day; in no other rate.</summary>
    public required Rate OpinionsOnTime { get; init; }

    /// <summary>Replied items by result class.</summary>
    public required IReadOnlyDictionary<string, int> Classes { get; init; }

    public required IReadOnlyDictionary<Deadlines.Light, int> Lights { get; init; }
}
