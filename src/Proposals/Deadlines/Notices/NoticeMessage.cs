namespace Proposals.Deadlines;

/// <summary>What leaves the house for one person: one message a day gathers everything but red, which goes at once and alone.</summary>
public sealed class NoticeMessage
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required DateOnly Day { get; init; }

    public required bool IsUrgent { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public List<NoticePost> Posts { get; } = [];
}

/// <summary>One message's way through one channel.</summary>
public sealed class NoticePost
{
    public required Guid MessageId { get; init; }

    public required NoticeChannel Channel { get; init; }

    public PostState State { get; set; }

    public int Attempts { get; set; }

    public required DateTimeOffset NextTryAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What the other side said last, for whoever looks after the channel.</summary>
    public string LastError { get; set; } = "";
}

public enum NoticeChannel
{
    /// <summary>A signed call to the office's own gateway for 短信 or 政务微信.</summary>
    Webhook,
    Mail,
}

/// <summary>First is <see cref="Waiting"/>, the others are final.</summary>
public enum PostState
{
    Waiting,
    Sent,

    /// <summary>Tried too often, or there is no address to send it to.</summary>
    GivenUp,
}
