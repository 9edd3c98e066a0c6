namespace Proposals.Handling;

/// <summary>Which papers are taken in, told by their bytes and never by their name.</summary>
public static class FileKinds
{
    private static readonly (byte[] Start, string ContentType)[] Known =
    [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ("%PDF-"u8.ToArray(), "application/pdf"),
    ];

    public static string? Recognise(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var kind = Array.Find(Known, known => bytes.AsSpan().StartsWith(known.Start)).ContentType;
        if (IsPicture(kind) && PictureSize.Of(bytes) is null)
            return null;
        return kind ?? OfficePackage.KindOf(bytes);
    }

    /// <summary>Whether it opens into far more than it weighs: a picture that takes a gigabyte to draw, a document that fills a disk.</summary>
    public static bool IsInflated(byte[] bytes, string kind)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return IsPicture(kind) ? PictureSize.Of(bytes) is { } size && size.Width > PictureSize.MostDots / Math.Max(1, size.Height) : OfficePackage.IsInflated(bytes);
    }

    private static bool IsPicture(string? kind) => kind is "image/png" or "image/jpeg";
}
