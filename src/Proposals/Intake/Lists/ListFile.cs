using System.Text;
using Proposals.Acts;

namespace Proposals.Intake.Lists;

/// <summary>Reads the list out of a file or a pasted text. What it is, its bytes say; its name often lies.</summary>
public static class ListFile
{
    private static readonly byte[] Zip = "PK"u8.ToArray();
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <param name="bytes">The file.</param>
    /// <param name="looks">Which sheets of a workbook are meant; null for those that look like assignment lists.</param>
    public static ListReading Read(byte[] bytes, Func<ListSheet, bool>? looks = null)
    {
        if (bytes.Length > ListLimits.Bytes)
            return ListReading.Refused(ListRefusals.TooLarge);
        if (bytes.Length == 0)
            return ListReading.Refused(ListRefusals.Empty);
        if (bytes.AsSpan().StartsWith(Zip))
            return WorkbookFile.Read(bytes, looks);
        if (InCompound(bytes) is { } refusal)
            return ListReading.Refused(refusal);
        return TextBytes.Decode(bytes) is { } text ? OfText(text, SeparatedText.Read) : ListReading.Refused(ListRefusals.NotATable);
    }

    /// <summary>What was pasted into a field: cells between tabs as WPS, Excel and Word copy them; or the text of a .csv.</summary>
    public static ListReading ReadPasted(string text) =>
        text.Length > 2 * ListLimits.Characters ? ListReading.Refused(ListRefusals.TooMuchText) : OfText(text, SeparatedText.Read);

    /// <summary>A table that came back in a form as <see cref="TravelText"/> wrote it.</summary>
    public static ListReading ReadTravelled(string text) =>
        text.Length > 2 * ListLimits.Characters ? ListReading.Refused(ListRefusals.TooMuchText) : TravelText.Read(text);

    private static ListReading OfText(string text, Func<string, ListReading> read)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 2000)).TrimStart("\uFEFF \r\n\t");
        if (start.Length == 0)
            return ListReading.Refused(ListRefusals.Empty);
        return start[0] == '<' && (start.Contains("<table", StringComparison.OrdinalIgnoreCase) || start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<?xml", StringComparison.OrdinalIgnoreCase))
            ? ListReading.Refused(ListRefusals.WebPage)
            : read(text);
    }

    /// <summary>Old formats, and whatever is kept under a password, come in Microsoft's compound file; its directory names what is inside.</summary>
    private static Refusal? InCompound(byte[] bytes)
    {
        var all = bytes.AsSpan();
        if (!all.StartsWith(Compound))
            return all.StartsWith((ReadOnlySpan<byte>)[0x09, 0x08]) || all.StartsWith((ReadOnlySpan<byte>)[0x09, 0x04]) ? ListRefusals.OldFormat : null;
        if (Names(all, "EncryptedPackage"))
            return ListRefusals.Encrypted;
        return Names(all, "WordDocument") && !Names(all, "Workbook") ? ListRefusals.NotATable : ListRefusals.OldFormat;
    }

    private static bool Names(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;
}
