using System.Text.Json.Nodes;
using Proposals.Audit;
using Proposals.People;

namespace Proposals.Handling;

/// <summary>Something that must reach people because an act was recorded: written with the act, sent after it, at least once.</summary>
public sealed class OutboxMessage
{
    /// <summary>Somebody's inbox changed.</summary>
    public const string InboxChanged = "inbox-changed";

    public long Id { get; init; }

    public required string Kind { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }

    public static OutboxMessage Inbox(Guid? owner, Duty desk, DateTimeOffset now) => new()
    {
        Kind = InboxChanged,
        Text = CanonicalText.Write(new JsonObject { ["desk"] = (int)desk, ["owner"] = owner }),
        CreatedAt = now,
    };
}
