using Proposals.Persistence;

namespace Proposals.FollowUp;

/// <summary>Ordered, because the list of all promises pages by it.</summary>
public readonly record struct CommitmentId(Guid Value) : IEntityId<CommitmentId>, IComparable<CommitmentId>
{
    public static CommitmentId From(Guid value) => new(value);

    public static CommitmentId New(DateTimeOffset now) => new(TimedId.At(now));

    public static bool TryParse(string? text, IFormatProvider? provider, out CommitmentId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new CommitmentId(value);
        return read;
    }

    public static bool operator <(CommitmentId left, CommitmentId right) => left.CompareTo(right) < 0;

    public static bool operator >(CommitmentId left, CommitmentId right) => left.CompareTo(right) > 0;

    public static bool operator <=(CommitmentId left, CommitmentId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CommitmentId left, CommitmentId right) => left.CompareTo(right) >= 0;

    public int CompareTo(CommitmentId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
