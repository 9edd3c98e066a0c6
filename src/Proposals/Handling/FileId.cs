using Proposals.Persistence;

namespace Proposals.Handling;

public readonly record struct FileId(Guid Value) : IEntityId<FileId>
{
    public static FileId From(Guid value) => new(value);

    public static FileId New(DateTimeOffset now) => new(TimedId.At(now));

    public static bool TryParse(string? text, IFormatProvider? provider, out FileId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new FileId(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
