using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>Ordered, because the list of what is owed pages by it.</summary>
public readonly record struct DeadlineId(Guid Value) : IEntityId<DeadlineId>, IComparable<DeadlineId>
{
    public static DeadlineId From(Guid value) => new(value);

    public static DeadlineId New(DateTimeOffset now) => new(TimedId.At(now));

    public static bool TryParse(string? text, IFormatProvider? provider, out DeadlineId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new DeadlineId(value);
        return read;
    }

    public static bool operator <(DeadlineId left, DeadlineId right) => left.CompareTo(right) < 0;

    public static bool operator >(DeadlineId left, DeadlineId right) => left.CompareTo(right) > 0;

    public static bool operator <=(DeadlineId left, DeadlineId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DeadlineId left, DeadlineId right) => left.CompareTo(right) >= 0;

    public int CompareTo(DeadlineId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
