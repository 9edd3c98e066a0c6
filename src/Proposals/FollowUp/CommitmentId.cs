using Proposals.Persistence;

namespace Proposals.FollowUp;

public readonly record struct CommitmentId(Guid Value) : IEntityId<CommitmentId>
{
    public static CommitmentId From(Guid value) => new(value);

    public static CommitmentId New(DateTimeOffset now) => new(TimedId.At(now));

    public static bool TryParse(string? text, IFormatProvider? provider, out CommitmentId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new CommitmentId(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
