using Proposals.Persistence;

namespace Proposals.Consultation;

public readonly record struct ConsultationId(Guid Value) : IEntityId<ConsultationId>
{
    public static ConsultationId From(Guid value) => new(value);

    public static ConsultationId New(DateTimeOffset now) => new(TimedId.At(now));

    public static bool TryParse(string? text, IFormatProvider? provider, out ConsultationId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new ConsultationId(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
