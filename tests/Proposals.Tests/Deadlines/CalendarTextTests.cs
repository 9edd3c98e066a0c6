using System.Text;
using Proposals.Deadlines;

namespace Proposals.Tests.Deadlines;

/// <summary>What calendar programs are given keeps to their format to the letter.</summary>
[Trait("Asks", "NoDatabase")]
public sealed class CalendarTextTests
{
    private static readonly Uri Page = new("https://office.example/cases/019a?tab=Deadlines");

    [Fact]
    public void An_entry_says_its_day_and_takes_nobodys_time()
    {
        var read = Read("第12号建议 办理期限");
        Assert.Equal("2.0", read.Head["VERSION"]);
        Assert.Equal("建议提案期限", read.Head["X-WR-CALNAME"]);
        var entry = Assert.Single(read.Events);
        Assert.Equal("第12号建议 办理期限", entry["SUMMARY"]);
        Assert.Equal("20261130", entry["DTSTART;VALUE=DATE"]);
        Assert.Equal("20261124T013000Z", entry["DTSTAMP"]);
        Assert.Equal("TRANSPARENT", entry["TRANSP"]);
        Assert.Equal("one@proposals", entry["UID"]);
        Assert.Equal(Page.AbsoluteUri, entry["URL"]);
    }

    [Theory]
    [InlineData("逗号,分号;反斜杠\\完")]
    [InlineData("第一行\n第二行")]
    [InlineData("\\n 不是换行")]
    [InlineData("END:VEVENT")]
    public void What_the_format_uses_itself_comes_back_as_it_was(string summary) => Assert.Equal(summary, Assert.Single(Read(summary).Events)["SUMMARY"]);

    [Fact]
    public void A_line_break_of_whatever_kind_opens_no_line_of_its_own() =>
        Assert.Equal("a\nb\nc\nd", Assert.Single(Read("a\r\nb\rc\nd").Events)["SUMMARY"]);

    [Fact]
    public void What_no_text_may_hold_is_left_out() => Assert.Equal("ab", Assert.Single(Read("a\0\u001Bb").Events)["SUMMARY"]);

    /// <summary>Every length around the fold, with characters of one to four octets.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("限")]
    [InlineData("𠮷")]
    public void A_long_text_is_folded_between_its_characters(string sign)
    {
        for (var count = 1; count <= 200; count++)
        {
            for (var shift = 0; shift < 4; shift++)
            {
                var summary = new string('x', shift) + string.Concat(Enumerable.Repeat(sign, count));
                Assert.Equal(summary, Assert.Single(Read(summary).Events)["SUMMARY"]);
            }
        }
    }

    [Fact]
    public void A_calendar_without_entries_is_a_calendar_all_the_same() =>
        Assert.Empty(ReadCalendar.Of(Encoding.UTF8.GetBytes(CalendarText.Of("建议提案期限", [], DateTimeOffset.UnixEpoch))).Events);

    private static ReadCalendar Read(string summary) => ReadCalendar.Of(Encoding.UTF8.GetBytes(
        CalendarText.Of("建议提案期限", [new CalendarEvent("one@proposals", new DateOnly(2026, 11, 30), summary, Page)], new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.FromHours(8)))));
}
