using Proposals.Persistence;

namespace Proposals.People;

public readonly record struct DepartmentId(Guid Value) : IEntityId<DepartmentId>
{
    public static DepartmentId From(Guid value) => new(value);

    public static DepartmentId New(DateTimeOffset now) => new(TimedId.At(now));

    public static bool TryParse(string? text, IFormatProvider? provider, out DepartmentId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new DepartmentId(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
