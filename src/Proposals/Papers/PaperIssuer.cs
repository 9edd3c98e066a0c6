namespace Proposals.Papers;

/// <summary>The bureau as its papers name it.</summary>
public sealed record PaperIssuer(string Name)
{
    public string Address { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>How it speaks of itself: 我局, 我委.</summary>
    public string Self => "我" + KindOf(Name);

    /// <summary>How another unit is spoken to: 贵局, 贵委.</summary>
    public static string Yours(string unit) => "贵" + KindOf(unit);

    private static string KindOf(string unit) => unit switch
    {
        [.., '局'] => "局",
        [.., '委'] or [.., '委', '员', '会'] => "委",
        [.., '办'] or [.., '办', '公', '室'] => "办",
        [.., '中', '心'] => "中心",
        _ => "单位",
    };
}
