namespace Proposals.Tests.Scenes;

/// <summary>The machine's clock after somebody has moved its hands.</summary>
public sealed class MovedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
