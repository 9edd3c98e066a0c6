using System.Buffers.Binary;
using System.IO.Compression;

namespace Proposals.Web.Demo;

/// <summary>Draws the proof pictures of the demo: plainly a drawing, 演示 across it, each one different.</summary>
internal static class DemoPaper
{
    private const int Width = 320;
    private const int Height = 220;
    private const int GlyphSize = 24;
    private const int Scale = 4;

    /// <summary>演 and 示, a row of 24 dots per number, so that no font is asked of the machine.</summary>
    private static readonly int[][] Glyphs =
    [
        [
            0x000000, 0x180600, 0x1c0300, 0x0ffffc, 0x01fffc, 0x018004, 0x01800c, 0x007ff0, 0x707ff0, 0x380300, 0x18fff8, 0x00fff8,
            0x00c308, 0x00c318, 0x04fff8, 0x0cc308, 0x0cc308, 0x0cfff8, 0x187ff8, 0x1838e0, 0x307070, 0x31e01c, 0x21800c, 0x000000,
        ],
        [
            0x000000, 0x000000, 0x0ffff0, 0x0ffff8, 0x000000, 0x000000, 0x000000, 0x000000, 0x3ffffc, 0x7ffffe, 0x001800, 0x001800,
            0x001800, 0x061860, 0x061870, 0x0c1830, 0x1c1838, 0x181818, 0x30181c, 0x70180c, 0x201800, 0x01f800, 0x01f000, 0x000000,
        ],
    ];

    /// <param name="seed">Decides the colours and the ruled lines; two seeds never give the same bytes.</param>
    public static byte[] Draw(int seed)
    {
        var pixels = new byte[Height][];
        for (var y = 0; y < Height; y++)
        {
            pixels[y] = Row(y, seed);
        }

        Stamp(pixels, 46, 62);
        return Png(pixels);
    }

    private static byte[] Row(int y, int seed)
    {
        var row = new byte[Width * 3];
        var ruled = y > 30 && y % (14 + seed % 5) < 2;
        for (var x = 0; x < Width; x++)
        {
            var margin = x is < 14 or > Width - 15;
            var shade = ruled && !margin && x < Width - 20 - (y * 7 + seed * 13) % 120 ? 40 : 0;
            row[x * 3] = (byte)(238 - seed * 7 % 40 - shade);
            row[x * 3 + 1] = (byte)(240 - seed * 11 % 32 - shade);
            row[x * 3 + 2] = (byte)(244 - seed * 5 % 48 - shade);
        }

        // The seed itself, as dots along the top edge: this is what makes every picture unique.
        for (var bit = 0; bit < 31; bit++)
        {
            if (y is > 6 and < 12 && (seed >> bit & 1) == 1)
            {
                Array.Fill(row, (byte)90, (16 + bit * 9) * 3, 5 * 3);
            }
        }

        return row;
    }

    private static void Stamp(byte[][] pixels, int left, int top)
    {
        for (var glyph = 0; glyph < Glyphs.Length; glyph++)
        {
            for (var y = 0; y < GlyphSize * Scale; y++)
            {
                for (var x = 0; x < GlyphSize * Scale; x++)
                {
                    if ((Glyphs[glyph][y / Scale] >> (GlyphSize - 1 - x / Scale) & 1) == 1)
                    {
                        var at = (left + glyph * (GlyphSize + 5) * Scale + x) * 3;
                        pixels[top + y][at] = 176;
                        pixels[top + y][at + 1] = 60;
                        pixels[top + y][at + 2] = 52;
                    }
                }
            }
        }
    }

    private static byte[] Png(byte[][] rows)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                zlib.WriteByte(0);
                zlib.Write(row);
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8;
        header[9] = 2;
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, compressed.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> name, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] named = [.. name, .. data];
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(named));
        png.Write(number);
    }

    /// <summary>CRC-32 as PNG asks; the library's own stands in a package that the product needs for nothing else.</summary>
    private static uint Checksum(byte[] data)
    {
        var sum = uint.MaxValue;
        foreach (var value in data)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? sum >> 1 ^ 0xEDB88320 : sum >> 1;
            }
        }

        return ~sum;
    }
}
