using System.IO.Compression;
using System.Text;
using Proposals.Handling;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Handling;

/// <summary>What somebody might upload instead of a paper. What it is its bytes say, and they may lie.</summary>
public sealed class HostilePaperTests
{
    private const string Word = "word/document.xml";
    private const string Kinds = "[Content_Types].xml";
    private const string Harmless = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";

    public static TheoryData<string> Refused => [.. Papers.Keys];

    private static Dictionary<string, (string Code, Func<byte[]> Bytes)> Papers { get; } = new()
    {
        ["页面.png"] = ("file.kind-not-allowed", () => "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray()),
        ["图.svg"] = ("file.kind-not-allowed", () => "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray()),
        ["程序.pdf"] = ("file.kind-not-allowed", () => "MZ\u0090\0%PDF-1.7"u8.ToArray()),
        ["只有开头.png"] = ("file.kind-not-allowed", () => DemoPaper.Draw(1)[..12]),
        ["巨幅.png"] = ("file.inflated", () => Resized(DemoPaper.Draw(1), 60_000, 60_000)),
        ["溢出.png"] = ("file.inflated", () => Resized(DemoPaper.Draw(1), uint.MaxValue, uint.MaxValue)),
        ["巨幅.jpg"] = ("file.inflated", () => [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0xFF, 0xFF, 0xFF, 0xFF, 3, 0, 0, 0]),
        ["没有画面.jpg"] = ("file.kind-not-allowed", () => [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, .. "<script>alert(1)</script>"u8]),
        ["压缩包.docx"] = ("file.kind-not-allowed", () => Zip(("word/readme.txt", "只是提到 word/document.xml"))),
        ["宏.docx"] = ("file.kind-not-allowed", () => Zip((Kinds, Harmless), (Word, "<a/>"), ("word/vbaProject.bin", "x"))),
        ["改名的宏.docx"] = ("file.kind-not-allowed", () => Zip((Kinds, Harmless.Replace("/>", "><Override PartName=\"/word/x.bin\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>", StringComparison.Ordinal)), (Word, "<a/>"))),
        ["控件.docx"] = ("file.kind-not-allowed", () => Zip((Kinds, Harmless.Replace("/>", "><Override PartName=\"/word/activeX1.xml\" ContentType=\"application/vnd.ms-office.activeX+xml\"/></Types>", StringComparison.Ordinal)), (Word, "<a/>"))),
        ["膨胀.xlsx"] = ("file.inflated", () => Zip((Kinds, Harmless), ("xl/workbook.xml", "<a/>"), ("xl/a.xml", new string(' ', 250_000_000)), ("xl/b.xml", new string(' ', 250_000_000)))),
        ["碎片.xlsx"] = ("file.inflated", () => Zip([(Kinds, Harmless), ("xl/workbook.xml", "<a/>"), .. Enumerable.Range(0, 5001).Select(number => ($"xl/{number}", ""))])),
        ["坏掉.docx"] = ("file.kind-not-allowed", () => Zip((Kinds, Harmless), (Word, "<a/>"))[..^30]),
        ["空.pdf"] = ("file.empty", () => []),
    };

    private static readonly (string Given, string Kept)[] Names =
    [
        ("../../etc/照片.png", "照片.png"),
        ("C:\\Users\\许婧\\照片.png", "照片.png"),
        ("..\\..", ".."),
        ("照片\u202Egnp.exe", "照片gnp.exe"),
        ("照\0片\r\nSet-Cookie: a=b.png", "照片Set-Cookie: a=b.png"),
        (new string('长', 300) + ".docx", new string('长', 195) + ".docx"),
        (string.Concat(Enumerable.Repeat("𠮷", 200)), string.Concat(Enumerable.Repeat("𠮷", 100))),
    ];

    [Theory, MemberData(nameof(Refused))]
    [Trait("Asks", "OneDatabase")]
    public async Task What_is_no_paper_is_refused_by_its_name_and_not_kept(string name)
    {
        await using var bureau = await Bureau.OpenAsync();
        var (code, bytes) = Papers[name];
        var (_, refusal) = await StoreAsync(bureau, name, bytes());
        Assert.Equal((code, name), (refusal?.Code, refusal?.Arguments[0]));
        Assert.Equal(0, await bureau.ReadAsync(db => Task.FromResult(db.Files.Count())));
    }

    [Fact]
    public async Task Honest_papers_are_taken()
    {
        await using var bureau = await Bureau.OpenAsync();
        byte[][] honest = [DemoPaper.Draw(3), "%PDF-1.7\n%%EOF"u8.ToArray(), Zip((Kinds, Harmless), (Word, "<a/>")), Zip((Kinds, Harmless), ("xl/workbook.xml", "<a/>")), [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0x10, 0, 0x10, 0, 3, 0, 0, 0]];
        foreach (var bytes in honest)
            Assert.Null((await StoreAsync(bureau, "材料", bytes)).Refusal);
    }

    [Fact]
    public async Task A_name_keeps_only_what_can_be_seen_and_fits()
    {
        await using var bureau = await Bureau.OpenAsync();
        foreach (var (given, kept) in Names)
        {
            var (id, refusal) = await StoreAsync(bureau, given, DemoPaper.Draw(5));
            Assert.Null(refusal);
            Assert.Equal(kept, await bureau.ReadAsync(db => Task.FromResult(db.Files.Single(file => file.Id == id).Name)));
        }
    }

    private static Task<(FileId Id, Proposals.Acts.Refusal? Refusal)> StoreAsync(Bureau bureau, string name, byte[] bytes) =>
        bureau.WithAsync<FileCabinet, (FileId, Proposals.Acts.Refusal?)>(cabinet => cabinet.StoreAsync(null, name, bytes, bureau.Id("许婧"), new DateTimeOffset(2025, 3, 17, 2, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken));

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }

    /// <summary>The same picture, its head telling another size.</summary>
    private static byte[] Resized(byte[] picture, uint width, uint height)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(picture.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(picture.AsSpan(20), height);
        return picture;
    }
}
