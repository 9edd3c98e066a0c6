using System.Buffers.Binary;

namespace Proposals.Persistence;

/// <summary>Version 7 ids that keep the order of their making even within one millisecond: one act writes several rows, and lists sort by id.</summary>
public static class TimedId
{
    private const int CounterBits = 0xFFF;

    private static readonly Lock Gate = new();
    private static long lastMillisecond;
    private static int counter;

    public static Guid At(DateTimeOffset now)
    {
        int place;
        lock (Gate)
        {
            counter = now.ToUnixTimeMilliseconds() == lastMillisecond ? counter + 1 : 0;
            lastMillisecond = now.ToUnixTimeMilliseconds();
            place = counter;
        }

#pragma warning disable RS0030 // The one place that may make them; everybody else asks here.
        var made = Guid.CreateVersion7(now);
#pragma warning restore RS0030
        Span<byte> bytes = stackalloc byte[16];
        made.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | place & CounterBits));
        return new Guid(bytes, bigEndian: true);
    }
}
