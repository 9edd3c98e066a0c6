using Proposals.Persistence;

namespace Proposals.Handling;

/// <summary>Ordered, because lists page by it; the database compares the same way.</summary>
public readonly record struct CaseId(Guid Value) : IEntityId<CaseId>, IComparable<CaseId>
{
    public static CaseId From(Guid value) => new(value);

    public static CaseId New(DateTimeOffset now) => new(TimedId.At(now));

    public static bool TryParse(string? text, IFormatProvider? provider, out CaseId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new CaseId(value);
        return read;
    }

    public static bool operator <(CaseId left, CaseId right) => left.CompareTo(right) < 0;

    public static bool operator >(CaseId left, CaseId right) => left.CompareTo(right) > 0;

    public static bool operator <=(CaseId left, CaseId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CaseId left, CaseId right) => left.CompareTo(right) >= 0;

    public int CompareTo(CaseId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
