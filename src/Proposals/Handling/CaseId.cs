using Proposals.Persistence;

namespace Proposals.Handling;

public readonly record struct CaseId(Guid Value) : IEntityId<CaseId>
{
    public static CaseId From(Guid value) => new(value);

    public static CaseId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static bool TryParse(string? text, IFormatProvider? provider, out CaseId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new CaseId(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
