using System.Text;
using Proposals.Deadlines.Calendars;

namespace Proposals.Tests.Deadlines;

/// <summary>Whatever is pasted, reading ends with a whole year or with reasons.</summary>
[Trait("Asks", "NoDatabase")]
public sealed class HostileCalendarReaderTests
{
    private const int Mutations = 10_000;

    private static readonly char[] Letters = [.. "\t\n\r\",，、{}[]:\\ 　年月日至到-—.()（）休班节元旦0123456789十truefalse\uFEFF\uD800\u0000"];

    private static readonly string[] Good = [.. HolidayLists.Shipped.SelectMany(list => HolidayLists.Writings.Values.Select(write => write(list)))];

    [Fact]
    public void Random_bytes_never_throw()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(300)];
            random.NextBytes(bytes);
            Assert.False(Endure(Encoding.UTF8.GetString(bytes), 2026));
            Assert.False(Endure("{" + Encoding.Latin1.GetString(bytes), year: null));
        }
    }

    [Fact]
    public void A_list_cut_off_anywhere_is_not_half_a_list()
    {
        var json = HolidayLists.PublicJson(HolidayLists.Of(2026));
        for (var length = 0; length < json.Length; length++)
            Assert.False(Endure(json[..length], 2026));
    }

    [Fact]
    public void A_good_list_with_any_letters_changed_is_read_whole_or_refused()
    {
        var whole = 0;
        for (var seed = 0; seed < Mutations; seed++)
        {
            var random = new Random(seed);
            whole += Endure(Mutate(Good[random.Next(Good.Length)], random), random.Next(4) == 0 ? null : random.Next(2024, 2027)) ? 1 : 0;
        }

        Assert.InRange(whole, 1, Mutations / 2);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\t")]
    [InlineData(",\"")]
    [InlineData("1 ")]
    [InlineData("1月1日 - ")]
    [InlineData("1-1-")]
    [InlineData("1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1\t")]
    [InlineData("1月1日、")]
    [InlineData("1月1日至15日、1月1日至15日、1月1日至15日,元旦,休\n")]
    [InlineData("元旦\n")]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"year\":2026,\"papers\":[],\"days\":[{\"off\":1}]}")]
    public void A_long_text_is_read_in_no_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, CalendarReader.LongestText / piece.Length));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Endure(text, 2026);
        Endure("日期 节日 安排 备注\n1月1日 元旦 休 x" + text[..^100], 2026);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact]
    public void Many_names_that_are_no_text_hide_nothing()
    {
        var json = HolidayLists.PublicJson(HolidayLists.Of(2026));
        Assert.True(Endure("{" + string.Concat(Enumerable.Repeat("\"\\ud800\":[[{\"\\udc00\":0}]],", 6000)) + json[1..], 2026));
    }

    /// <returns>Whether a year was read.</returns>
    private static bool Endure(string text, int? year)
    {
        var reading = CalendarReader.Read(text, year);
        Assert.Equal(reading.Year is null, reading.Problems.Count > 0);
        Assert.InRange(reading.Problems.Count, 0, CalendarReader.MostProblems);
        if (reading.Year is not { } list)
            return false;
        Assert.Equal(list.Days.Select(day => day.Date).Distinct().Order(), list.Days.Select(day => day.Date));
        Assert.All(list.Days, day => Assert.InRange(day.Name.Length, 1, 40));
        Assert.All(list.Days.Where(day => !day.IsOff), day => Assert.True(day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        return true;
    }

    private static string Mutate(string good, Random random)
    {
        var text = new StringBuilder(good);
        for (var change = random.Next(1, 6); change > 0 && text.Length > 1; change--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0:
                    text[at] = Letters[random.Next(Letters.Length)];
                    break;
                case 1:
                    text.Insert(at, Letters[random.Next(Letters.Length)]);
                    break;
                case 2:
                    text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at));
                    break;
                case 3:
                    text.Insert(at, text.ToString(random.Next(text.Length / 2), Math.Min(30, text.Length / 2)));
                    break;
                default:
                    (text[at], text[random.Next(text.Length)]) = (text[random.Next(text.Length)], text[at]);
                    break;
            }
        }

        return text.ToString();
    }
}
