namespace Proposals.Handling;

/// <summary>Something that must reach the outside exactly because an act was recorded: written with the act, sent after it.</summary>
public sealed class OutboxMessage
{
    public long Id { get; init; }

    public required string Kind { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }
}
