using Proposals.Persistence;

namespace Proposals.Inbox;

public readonly record struct StepId(Guid Value) : IEntityId<StepId>
{
    public static StepId From(Guid value) => new(value);

    public static StepId New(DateTimeOffset now) => new(TimedId.At(now));

    public static bool TryParse(string? text, IFormatProvider? provider, out StepId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new StepId(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
