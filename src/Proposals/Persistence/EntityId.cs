using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Proposals.Persistence;

/// <summary>An id that cannot be mistaken for another kind of id. Version 7, made from the act's own now, so rows sort by creation.</summary>
public interface IEntityId<TSelf> where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

public sealed class EntityIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Read(value))
    where TId : struct, IEntityId<TId>
{
    private static TId Read(Guid value) => TId.From(value);
}
