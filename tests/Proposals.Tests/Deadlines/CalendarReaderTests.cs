using Proposals.Deadlines;
using Proposals.Deadlines.Calendars;

namespace Proposals.Tests.Deadlines;

/// <summary>A good list is read, however it is written.</summary>
[Trait("Asks", "NoDatabase")]
public sealed class CalendarReaderTests
{
    private const string RestOf2027 = """
        1月1日至3日	元旦	休
        2月5日至13日	春节	休
        4月3日至5日	清明节	休
        5月1日至5日	劳动节	休
        6月9日	端午节	休
        9月15日	中秋节	休

        """;

    public static TheoryData<int, string> Shipped() => new(HolidayLists.Shipped.SelectMany(list => HolidayLists.Writings.Keys.Select(writing => (list.Year, writing))));

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_year_is_read_again_however_it_is_written(int year, string writing)
    {
        var shipped = HolidayLists.Of(year);
        var reading = CalendarReader.Read(HolidayLists.Writings[writing](shipped), year);
        Assert.Equal([], reading.Problems.Select(HolidayLists.Say));
        Assert.Equal(year, reading.Year?.Year);
        Assert.Equal(shipped.Days, reading.Year?.Days);
        Assert.Equal(writing.Contains("JSON", StringComparison.Ordinal) ? shipped.Papers : [], reading.Year?.Papers);

        var calendar = new WorkCalendar((reading.Year?.Days ?? []).ToDictionary(day => day.Date), new DateOnly(year, 12, 31));
        var inForce = new OfficeRules().Calendar;
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
            Assert.Equal(inForce.IsWorkingDay(day), calendar.IsWorkingDay(day));
    }

    [Theory]
    [InlineData("the public JSON")]
    [InlineData("single days")]
    [InlineData("ranges with years")]
    public void The_year_need_not_be_said_where_the_list_says_it(string writing) =>
        Assert.Equal(2026, CalendarReader.Read(HolidayLists.Writings[writing](HolidayLists.Of(2026)), year: null).Year?.Year);

    [Theory]
    [InlineData("10月1日至7日")]
    [InlineData("10月1日到10月7日")]
    [InlineData("10月1日—10月7日")]
    [InlineData("10月1日 —— 7日")]
    [InlineData("10月1日～7日")]
    [InlineData("10月1日-7日")]
    [InlineData("10.1-10.7")]
    [InlineData("10/1-10/7")]
    [InlineData("10-1-10-7")]
    [InlineData("十月一日至七日")]
    [InlineData("１０月１日－７日")]
    [InlineData("10月1日（周五）至7日（周四）")]
    [InlineData("2027年10月1日至7日")]
    [InlineData("2027-10-01至2027-10-07")]
    [InlineData("2027-10-01-2027-10-07")]
    [InlineData("2027/10/1 - 10/7")]
    [InlineData("2027.10.1-10.7")]
    [InlineData("20271001至20271007")]
    [InlineData("10月1日、10月2日至6日、10月7日")]
    public void A_week_is_a_week_however_it_is_written(string days)
    {
        var reading = CalendarReader.Read($"{RestOf2027}{days}\t国庆节\t休\n", 2027);
        Assert.Equal([], reading.Problems.Select(HolidayLists.Say));
        Assert.Equal(Enumerable.Range(1, 7).Select(day => new CalendarDay(new DateOnly(2027, 10, day), "国庆节", IsOff: true)), reading.Year?.Days.Where(day => day.Name == "国庆节"));
    }

    [Theory]
    [InlineData("\t")]
    [InlineData(",")]
    [InlineData("，")]
    [InlineData("  ")]
    [InlineData(" ")]
    [InlineData("　")]
    public void Cells_stand_between_tabs_or_commas_or_spaces(string separator) =>
        Assert.Equal(29, CalendarReader.Read($"{RestOf2027}10月1日 至 7日\t国庆节\t休\n".Replace("\t", separator, StringComparison.Ordinal).ReplaceLineEndings("\r\n"), 2027).Year?.Days.Count);

    [Fact]
    public void Headings_say_which_column_is_which_below_a_title_and_beside_others()
    {
        var rows = HolidayLists.Of(2026).Days.Select((day, at) => $"{at + 1}\t{(day.IsOff ? "放假" : "补班")}\t{day.Name}\t{day.Date:M月d日}\t共几天\n");
        var reading = CalendarReader.Read("\uFEFF关于2026年部分节假日安排\n\n序号\t类型\t节日(名称)\t日 期\t备注\n" + string.Concat(rows), 2026);
        Assert.Equal([], reading.Problems.Select(HolidayLists.Say));
        Assert.Equal(HolidayLists.Of(2026).Days, reading.Year?.Days);
    }

    [Theory]
    [InlineData("2022年12月31日至2023年1月2日", null)]
    [InlineData("2022年12月31日至1月2日", null)]
    [InlineData("12月31日至1月2日", 2023)]
    [InlineData("2022-12-31、1月1日、1月2日", 2023)]
    public void New_Years_holiday_may_begin_before_its_year(string newYear, int? year)
    {
        var rest = "1月21日至27日,春节,休\n1月28日、1月29日,春节,班\n4月5日,清明节,休\n2023年4月29日至5月3日,劳动节,休\n4月23日、5月6日,劳动节,班\n"
            + "6月22日至24日,端午节,休\n6月25日,端午节,班\n9月29日至10月6日,中秋节、国庆节,休\n10月7日、10月8日,中秋节、国庆节,班\n";
        var reading = CalendarReader.Read($"{newYear},元旦,休\n{rest}", year);
        Assert.Equal([], reading.Problems.Select(HolidayLists.Say));
        Assert.Equal(2023, reading.Year?.Year);
        Assert.Equal(new DateOnly(2022, 12, 31), reading.Year?.Days[0].Date);
    }

    [Theory]
    [InlineData("2024 2025 2026", 2027, null)]
    [InlineData("2024 2025 2026", 2026, null)]
    [InlineData("2024 2025 2026", 2023, null)]
    [InlineData("", 2030, null)]
    [InlineData("2024 2025 2026", 2028, "year-between 2028 2027")]
    [InlineData("2024 2025 2026", 2030, "year-between 2030 2027")]
    [InlineData("2024 2025 2026", 2021, "year-between 2021 2023")]
    [InlineData("2024 2025 2026", 1999, "bad-year 1999 2000 2100")]
    public void The_calendar_grows_without_a_hole(string known, int added, string? refusal)
    {
        var refused = CalendarYears.Check([.. known.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)], added);
        Assert.Equal(refusal, refused is null ? null : HolidayLists.Say(refused));
    }
}
