using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Proposals.Intake.Lists;

namespace Proposals.Tests.Intake.Lists;

/// <summary>Whatever the bytes, reading ends with a list or a reason.</summary>
[Trait("Asks", "NoDatabase")]
public sealed class DamagedListTests
{
    private const int Tries = 400;

    private static readonly char[] Letters = [.. "\t\t\n\r\",;<>()（）：、等 人届次月日年.-/0123456789十主办会办案由号建议区经贸旅游局■\uFEFF\uD800\u0000"];

    [Fact]
    public void Random_bytes_never_throw() => Check.One(Quick, Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Endure));

    [Fact]
    public void A_workbook_with_any_bytes_changed_never_throws()
    {
        var whole = new SampleList().Workbook();
        foreach (var random in Seeds())
            Endure(Damage(whole, random));
    }

    [Fact]
    public void The_parts_of_a_workbook_with_any_letters_changed_never_throw()
    {
        foreach (var random in Seeds())
            Endure(new SampleList().Workbook(book => Damage(book, random)));
    }

    [Fact]
    public void A_text_file_with_any_bytes_changed_never_throws()
    {
        var (chinese, pasted) = (new SampleList().Gb18030(), Encoding.UTF8.GetBytes(new SampleList().Pasted()));
        foreach (var random in Seeds())
        {
            Endure(Damage(chinese, random));
            Endure(Damage(pasted, random));
        }
    }

    [Fact]
    public void Cells_of_any_letters_never_throw()
    {
        foreach (var random in Seeds())
        {
            var text = new StringBuilder("编号\t案由\t代表\t主办单位\t会办单位\t交办日期\t届次\t类别\n");
            for (var letter = random.Next(400); letter > 0; letter--)
                text.Append(Letters[random.Next(Letters.Length)]);
            var reading = ListFile.ReadPasted(text.ToString());
            Endure(reading);
            if (reading.Refusal is null)
                Endure(ListFile.ReadTravelled(TravelText.Write(reading.Sheets)));
        }
    }

    private static Config Quick => Config.QuickThrowOnFailure.WithMaxTest(Tries);

    private static IEnumerable<Random> Seeds() => Enumerable.Range(1, Tries).Select(seed => new Random(seed));

    private static bool Endure(byte[] bytes) => Endure(ListFile.Read(bytes));

    private static bool Endure(ListReading reading)
    {
        Assert.Equal(reading.Refusal is null, reading.Sheets.Count > 0);
        foreach (var sheet in reading.Sheets)
        {
            Assert.All(sheet.Rows, row => Assert.Equal(sheet.Width, row.Count));
            Assert.True(ListMeaning.Of(sheet, ListScene.Context with { FillsDown = true }).Rows <= sheet.Rows.Count);
        }

        return true;
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        for (var change = random.Next(1, 20); change > 0; change--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static void Damage(DocumentFormat.OpenXml.Packaging.WorkbookPart book, Random random)
    {
        var parts = book.Parts.Select(part => part.OpenXmlPart).ToArray();
        var part = parts[random.Next(parts.Length)];
        foreach (var saved in parts)
            saved.RootElement?.Save();
        using var memory = new MemoryStream();
        using (var read = part.GetStream())
            read.CopyTo(memory);
        var text = new StringBuilder(Encoding.UTF8.GetString(memory.ToArray()));
        for (var change = random.Next(1, 10); change > 0; change--)
            text[random.Next(text.Length)] = Letters[random.Next(Letters.Length)];
        part.UnloadRootElement();
        part.FeedData(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
