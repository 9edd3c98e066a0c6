namespace Proposals.Persistence;

/// <summary>Version 7 ids that keep the order of their making even within one millisecond: one act writes several rows, and lists sort by id.</summary>
public static class TimedId
{
    private static int made;

    /// <summary>Smaller than any id that is made at this moment or later: where a search by id begins.</summary>
    public static Guid Before(DateTimeOffset moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, moment.ToUnixTimeMilliseconds() << 16);
        return new Guid(bytes, bigEndian: true);
    }

    public static Guid At(DateTimeOffset now)
    {
        // A running number of 26 bits behind the time; the 48 bits left to chance tell processes apart.
        var place = (uint)Interlocked.Increment(ref made);
#pragma warning disable RS0030 // The one place that may make them; everybody else asks here.
        var id = Guid.CreateVersion7(now);
#pragma warning restore RS0030
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)(0x70 | place >> 22 & 0x0F);
        bytes[7] = (byte)(place >> 14);
        bytes[8] = (byte)(0x80 | place >> 8 & 0x3F);
        bytes[9] = (byte)place;
        return new Guid(bytes, bigEndian: true);
    }
}
