using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Proposals.Persistence;

/// <summary>Moments are stored as UTC date-times cut to milliseconds: SQLite can sort them, PostgreSQL keeps timestamptz, and a re-read equals what was written.</summary>
public sealed class UtcMomentConverter() : ValueConverter<DateTimeOffset, DateTime>(
    moment => Cut(moment.UtcDateTime),
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)))
{
    /// <summary>A moment as a re-read will have it.</summary>
    public static DateTimeOffset AsStored(DateTimeOffset moment) => new(Cut(moment.UtcDateTime));

    private static DateTime Cut(DateTime moment) => new(moment.Ticks - moment.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
}
