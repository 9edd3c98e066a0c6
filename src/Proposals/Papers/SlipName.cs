using Proposals.Deadlines;

namespace Proposals.Papers;

/// <summary>What the papers of the ladder are called. Some places say 催办单: it is said here and nowhere else.</summary>
public sealed record SlipName(string Chinese, string English)
{
    private static readonly Dictionary<RungLevel, SlipName> Names = new()
    {
        [RungLevel.Blue] = new("提醒单", "reminder slip"),
        [RungLevel.Yellow] = new("预警单", "warning slip"),
        [RungLevel.Red] = new("督办单", "supervision order"),
    };

    /// <summary>Null for what only goes on a list: nobody gets a paper of it.</summary>
    public static SlipName? Of(RungLevel level) => Names.GetValueOrDefault(level);
}
