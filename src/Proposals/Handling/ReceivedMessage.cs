namespace Proposals.Handling;

/// <summary>A signed call of another process that was taken in. The same bytes with the same signature are not taken a second time.</summary>
public sealed class ReceivedMessage
{
    public required string Signature { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
