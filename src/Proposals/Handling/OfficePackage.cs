using System.IO.Compression;
using System.Text;

namespace Proposals.Handling;

/// <summary>A Word or Excel file is a zip whose list of parts says which it is. Only that list is read, and of the parts the one that names their kinds.</summary>
internal static class OfficePackage
{
    private const string Kinds = "[Content_Types].xml";

    /// <summary>The list of kinds of a large workbook has some 20 kB.</summary>
    private const int LongestKinds = 1024 * 1024;

    private const int MostParts = 5000;

    /// <summary>All parts unpacked. Twenty megabytes of pictures unpack to hardly more; of tables to ten times as much.</summary>
    private const long MostUnpacked = 400L * 1024 * 1024;

    private static readonly (string Part, string ContentType)[] Mains =
    [
        ("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ];

    private static readonly string[] Active = ["macroEnabled", "vbaProject", "activeX"];

    public static string? KindOf(byte[] bytes) => Open(bytes, archive =>
    {
        var main = Array.Find(Mains, known => archive.GetEntry(known.Part) is not null).ContentType;
        return main is null || archive.GetEntry(Kinds) is not { } kinds || IsActive(archive, kinds) ? null : main;
    });

    public static bool IsInflated(byte[] bytes) =>
        Open(bytes, archive => archive.Entries.Count > MostParts || archive.Entries.Sum(part => Math.Max(0, part.Length)) > MostUnpacked ? "inflated" : null) is not null;

    private static bool IsActive(ZipArchive archive, ZipArchiveEntry kinds)
    {
        if (kinds.Length > LongestKinds || archive.Entries.Any(part => part.IsEncrypted || part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            return true;

        // The declared length may lie, so no more than that is ever read.
        using var stream = kinds.Open();
        var read = new byte[LongestKinds];
        var length = stream.ReadAtLeast(read, read.Length, throwOnEndOfStream: false);
        var text = Encoding.UTF8.GetString(read, 0, length);
        return Active.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static string? Open(byte[] bytes, Func<ZipArchive, string?> look)
    {
        if (!bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return null;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return look(archive);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            return null;
        }
    }
}
