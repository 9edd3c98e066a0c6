using Proposals.Persistence;

namespace Proposals.Deadlines;

public readonly record struct DeadlineId(Guid Value) : IEntityId<DeadlineId>
{
    public static DeadlineId From(Guid value) => new(value);

    public static DeadlineId New(DateTimeOffset now) => new(TimedId.At(now));

    public static bool TryParse(string? text, IFormatProvider? provider, out DeadlineId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new DeadlineId(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
