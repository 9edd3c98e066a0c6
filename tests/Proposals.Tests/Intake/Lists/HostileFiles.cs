using System.IO.Compression;
using System.Text;

namespace Proposals.Tests.Intake.Lists;

/// <summary>Files that somebody sends by mistake or on purpose, by the name of what is wrong with them.</summary>
internal static class HostileFiles
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Relations = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    private const int Megabyte = 1024 * 1024;

    public static IReadOnlyDictionary<string, (string Code, Func<byte[]> Make)> All { get; } = new Dictionary<string, (string, Func<byte[]>)>
    {
        ["empty"] = ("list.empty", () => []),
        ["only blanks"] = ("list.empty", () => " \r\n\t\r\n"u8.ToArray()),
        ["50 MB"] = ("list.too-large", () => new byte[50 * Megabyte]),
        ["50 MB that begins like a workbook"] = ("list.too-large", () => [.. new SampleList().Workbook(), .. new byte[50 * Megabyte]]),
        ["old .xls"] = ("list.old-format", () => Compound("Workbook")),
        ["older .xls"] = ("list.old-format", () => [0x09, 0x08, 0x10, 0, 0, 6, 5, 0]),
        ["under a password"] = ("list.encrypted", () => Compound("EncryptionInfo", "EncryptedPackage")),
        ["zip under a password"] = ("list.encrypted", Encrypted),
        ["old Word document"] = ("list.not-a-table", () => Compound("WordDocument")),
        ["Word document"] = ("list.not-a-table", () => Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"))),
        ["PDF"] = ("list.not-a-table", () => [.. "%PDF-1.7\n"u8, 0xE2, 0xE3, 0xCF, 0xD3, 0, 1, 2]),
        ["picture"] = ("list.not-a-table", () => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
        ["web page called .xls"] = ("list.web-page", () => "<html><table><tr><td>案号</td></tr></table></html>"u8.ToArray()),
        ["binary workbook"] = ("list.other-workbook", () => Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "x"))),
        ["OpenDocument"] = ("list.other-workbook", () => Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>"))),
        ["macros"] = ("list.macros", () => Book("", ("xl/vbaProject.bin", "macro"))),
        ["macros by content type"] = ("list.macros", () => Zip(("[Content_Types].xml", "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"))),
        ["half a workbook"] = ("list.broken", () => new SampleList().Workbook()[..2000]),
        ["zip of something else"] = ("list.broken", () => Zip(("readme.txt", "hello"))),
        ["no sheets"] = ("list.empty", () => Book("")),
        ["sheet is no XML"] = ("list.broken", () => Book("<row><c><v>1</v>")),
        ["entities"] = ("list.entities", () => Raw("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>")),
        ["entity from a file"] = ("list.entities", () => Raw("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>")),
        ["sheet that unpacks to 100 MB"] = ("list.inflated", () => Book(new string('0', 100 * Megabyte))),
        ["sheet whose size is a lie"] = ("list.broken", () => Lying(Book(new string(' ', 100 * Megabyte)))),
        ["shared strings bomb"] = ("list.inflated", () => Book("<row><c t=\"s\"><v>0</v></c></row>", ("xl/sharedStrings.xml", $"<sst {Main}><si><t>{new string('长', 5 * Megabyte)}</t></si></sst>"))),
        ["one text in every cell"] = ("list.too-much-text", () => Book(Cells(1000, 40, "<c t=\"s\"><v>0</v></c>"), ("xl/sharedStrings.xml", $"<sst {Main}><si><t>{new string('长', 30_000)}</t></si></sst>"))),
        ["many shared strings"] = ("list.inflated", () => Book("", ("xl/sharedStrings.xml", $"<sst {Main}>{string.Concat(Enumerable.Repeat("<si/>", 600_000))}</sst>"))),
        ["deeply nested"] = ("list.broken", () => Book(string.Concat(Enumerable.Repeat("<a>", 4 * Megabyte)))),
        ["a tag of two million attributes"] = ("list.broken", () => Book($"<row {string.Concat(Enumerable.Range(0, 2_000_000).Select(number => $"a{number}=\"\" "))}/>")),
        ["a tag of one long attribute"] = ("list.inflated", () => Book($"<row a=\"{new string('x', Megabyte)}\"/>")),
        ["brackets hidden in attributes"] = ("list.inflated", () => Book($"<row {string.Concat(Enumerable.Range(0, 500_000).Select(number => $"a{number % 1000}='>' "))}/>")),
        ["a million names"] = ("list.broken", () => Book(string.Concat(Enumerable.Range(0, 1_000_000).Select(number => $"<n{number}/>")))),
        ["too many rows"] = ("list.too-many-rows", () => Book(Cells(3001, 3, "<c><v>1</v></c>"))),
        ["last row of all"] = ("list.too-many-rows", () => Book("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>")),
        ["too many columns"] = ("list.too-many-columns", () => Book(Cells(2, 65, "<c><v>1</v></c>"))),
        ["last column of all"] = ("list.too-many-columns", () => Book("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")),
        ["too many sheets"] = ("list.too-many-sheets", () => Zip(Book([.. Enumerable.Range(1, 101).Select(number => $"<sheet name=\"{number}\" sheetId=\"{number}\" r:id=\"s\"/>")], "<row/>"))),
        ["one sheet a hundred times"] = ("list.inflated", () => Zip(Book([.. Enumerable.Range(1, 100).Select(number => $"<sheet name=\"{number}\" sheetId=\"{number}\" r:id=\"s\"/>")], "<row/>"))),
        ["everything merged, many times"] = ("list.inflated", () => Raw($"<worksheet {Main}><sheetData>{Cells(2999, 1, "<c><v>1</v></c>")}<row r=\"3000\"><c r=\"BL3000\"><v>1</v></c></row></sheetData><mergeCells>{string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:XFD1048576\"/>", 1000))}</mergeCells></worksheet>")),
        ["ten thousand parts"] = ("list.inflated", () => Zip([.. Enumerable.Range(0, 10_000).Select(number => ($"xl/media/{number}", ""))])),
        ["too many lines of text"] = ("list.too-many-rows", () => Encoding.UTF8.GetBytes("编号\t案由\t代表\n" + string.Concat(Enumerable.Repeat("1\t2\t3\n", 3000)))),
        ["a line of a million cells"] = ("list.too-many-columns", () => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1,", 1_000_000)))),
        ["a cell of four million characters"] = ("list.too-much-text", () => Encoding.ASCII.GetBytes("a\tb\tc\n" + new string('x', 4 * Megabyte))),
        ["a million open quotes"] = ("list.too-many-rows", () => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("\"\"\",\n", 700_000)))),
    };

    /// <summary>A workbook with outside links is no attack: cells that were computed from another file show what they showed when it was saved.</summary>
    public static byte[] WithOutsideLinks() => new SampleList().Workbook(book =>
    {
        var link = book.AddNewPart<DocumentFormat.OpenXml.Packaging.ExternalWorkbookPart>();
        link.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath", new Uri("http://127.0.0.1:9/secret.xlsx"), "out");
        link.ExternalLink = new DocumentFormat.OpenXml.Spreadsheet.ExternalLink();
    });

    private static byte[] Book(string rows, params (string Name, string Text)[] more) => Zip([.. Book(["<sheet name=\"清单\" sheetId=\"1\" r:id=\"s\"/>"], rows), .. more]);

    private static byte[] Raw(string sheet) => Zip([.. Book(["<sheet name=\"清单\" sheetId=\"1\" r:id=\"s\"/>"], "").Where(part => part.Name != "xl/worksheets/sheet1.xml"), ("xl/worksheets/sheet1.xml", sheet)]);

    private static (string Name, string Text)[] Book(string[] sheets, string rows) =>
    [
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", $"<workbook {Main}><sheets>{string.Concat(sheets)}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships {Relations}><Relationship Id=\"s\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"t\" Target=\"sharedStrings.xml\"/><Relationship Id=\"x\" Target=\"http://127.0.0.1:9/worksheets/x.xml\" TargetMode=\"External\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>"),
    ];

    private static string Cells(int rows, int columns, string cell) => string.Concat(Enumerable.Repeat($"<row>{string.Concat(Enumerable.Repeat(cell, columns))}</row>", rows));

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open());
                writer.Write(text);
            }
        }

        return memory.ToArray();
    }

    private static byte[] Compound(params string[] names) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000], .. names.SelectMany(name => Encoding.Unicode.GetBytes(name + "\0"))];

    private static byte[] Encrypted()
    {
        var bytes = Book("<row/>");
        ForEachDirectoryEntry(bytes, at => bytes[at + 8] |= 1);
        return bytes;
    }

    /// <summary>Says in its directory that each part has a thousand bytes.</summary>
    private static byte[] Lying(byte[] bytes)
    {
        ForEachDirectoryEntry(bytes, at => BitConverter.TryWriteBytes(bytes.AsSpan(at + 24), 1000));
        return bytes;
    }

    private static void ForEachDirectoryEntry(byte[] bytes, Action<int> change)
    {
        for (var at = 0; at < bytes.Length - 46; at++)
        {
            if (bytes.AsSpan(at, 4).SequenceEqual("PK\x01\x02"u8))
                change(at);
        }
    }
}
