using Proposals.Persistence;

namespace Proposals.Reply;

public readonly record struct ReplyId(Guid Value) : IEntityId<ReplyId>
{
    public static ReplyId From(Guid value) => new(value);

    public static ReplyId New(DateTimeOffset now) => new(TimedId.At(now));

    public static bool TryParse(string? text, IFormatProvider? provider, out ReplyId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new ReplyId(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
