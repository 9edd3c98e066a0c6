namespace Proposals.Handling;

/// <summary>Which papers are taken in, told by their first bytes and never by their name.</summary>
public static class FileKinds
{
    private static readonly (byte[] Start, string ContentType)[] Known =
    [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ("%PDF-"u8.ToArray(), "application/pdf"),
    ];

    /// <summary>Office documents are zip archives; which kind is told by a name inside that stands near the front or the end.</summary>
    private static readonly (byte[] Part, string ContentType)[] Office =
    [
        ("word/"u8.ToArray(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("xl/"u8.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ];

    public static string? Recognise(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, contentType) in Known)
        {
            if (bytes.StartsWith(start))
            {
                return contentType;
            }
        }

        if (!bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return null;
        }

        foreach (var (part, contentType) in Office)
        {
            if (bytes.IndexOf(part) >= 0 && bytes.IndexOf("vbaProject"u8) < 0)
            {
                return contentType;
            }
        }

        return null;
    }
}
