using Proposals.Handling;

namespace Proposals.Deadlines;

/// <summary>What one person was told about one case. All but the red ones of a day leave the house as one message.</summary>
public sealed class Notice
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required CaseId CaseId { get; init; }

    public required NoticeKind Kind { get; init; }

    public Guid? RungId { get; init; }

    /// <summary>Who urged; a rung has no person behind it (系统自动提醒).</summary>
    public Guid? UrgingId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>The message that it left the house in.</summary>
    public Guid? MessageId { get; set; }
}

public enum NoticeKind
{
    /// <summary>提醒单.</summary>
    Blue,

    /// <summary>预警单.</summary>
    Yellow,

    /// <summary>督办单.</summary>
    Red,

    /// <summary>催办: a colleague asks for a step.</summary>
    Urging,

    /// <summary>A leader said on a 督办单 what is to be done.</summary>
    Directed,
}
