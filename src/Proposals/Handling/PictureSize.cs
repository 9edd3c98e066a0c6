using System.Buffers.Binary;

namespace Proposals.Handling;

/// <summary>What a picture's head says of its width and height; nothing of it is drawn here.</summary>
internal static class PictureSize
{
    /// <summary>The largest camera of a telephone has 200 million dots, and an A3 sheet scanned at 600 dots an inch 70.</summary>
    public const long MostDots = 250_000_000;

    /// <summary>Signature, length and name of the first part.</summary>
    private const int PngHead = 16;

    /// <returns>Null where the head says nothing.</returns>
    public static (long Width, long Height)? Of(ReadOnlySpan<byte> bytes) => bytes is [0x89, ..] ? OfPng(bytes) : OfJpeg(bytes);

    private static (long Width, long Height)? OfPng(ReadOnlySpan<byte> bytes) =>
        bytes.Length < PngHead + 8 || !bytes[12..PngHead].SequenceEqual("IHDR"u8)
            ? null
            : (BinaryPrimitives.ReadUInt32BigEndian(bytes[PngHead..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[(PngHead + 4)..]));

    /// <summary>Segment by segment up to the one that begins a frame.</summary>
    private static (long Width, long Height)? OfJpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 <= bytes.Length && bytes[at] == 0xFF)
        {
            var mark = bytes[at + 1];
            if (mark == 0xFF)
            {
                at++;
                continue;
            }

            if (mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }
}
