using Proposals.Deadlines.Calendars;

namespace Proposals.Tests.Deadlines;

/// <summary>A slip is named with its place, and nothing of the list is taken.</summary>
[Trait("Asks", "NoDatabase")]
public sealed class RefusingCalendarReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    [InlineData("日期,节日,安排\n")]
    [InlineData("放假安排")]
    [InlineData("一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n二、春节：2月15日至23日放假调休。")]
    public void Where_no_day_stands_the_reader_says_what_it_reads(string text) => Refused(text, 2026, "empty");

    [Fact]
    public void A_text_far_too_long_is_not_looked_at() => Refused(new string(' ', CalendarReader.LongestText + 1), 2026, "too-long 200000");

    [Theory]
    [InlineData(1999)]
    [InlineData(2101)]
    public void A_year_outside_the_office_s_years_is_refused(int year) => Refused("2026-01-01,元旦,休", year, $"bad-year {year} 2000 2100");

    [Theory]
    [InlineData("\"year\": 2026", "\"year\": 2101", "bad-year 2101 2000 2100", null)]
    [InlineData("\"year\": 2026", "\"year\": 2025", "other-year 2025 2026", 2026)]
    [InlineData("\"year\": 2026", "\"year\": \"2026\"", "property-type head year", 2026)]
    [InlineData("\"year\": 2026", "\"year\": 2026.5", "property-type head year", 2026)]
    [InlineData("\"year\": 2026", "\"jahr\": 2026", "property-missing head year", 2026)]
    [InlineData("\"papers\"", "\"paper\"", "property-missing head papers", 2026)]
    [InlineData("\"days\"", "\"papers2\"", "property-missing head days", 2026)]
    [InlineData("https://www", "javascript:alert(1)//", "bad-paper 1", 2026)]
    [InlineData("\"date\": \"2026-02-28\"", "\"day\": \"2026-02-28\"", "property-missing entry 15 date", 2026)]
    [InlineData("\"2026-02-28\"", "20260228", "property-type entry 15 date", 2026)]
    [InlineData("\"2026-02-28\"", "\"2026-02-29\"", "bad-date entry 15 2026-02-29", 2026)]
    [InlineData("\"2026-02-28\"", "\"2026-2-28\"", "bad-date entry 15 2026-2-28", 2026)]
    [InlineData("\"2026-02-28\"", "\"\\ud800\"", "property-type entry 15 date", 2026)]
    [InlineData("\"2026-02-28\",", "\"2026-02-28\", \"off\": false,", "property-twice entry 15 isOffDay", 2026)]
    [InlineData("\"2026-02-28\",\n      \"isOffDay\": false", "\"2026-02-28\"", "property-missing entry 15 isOffDay", 2026)]
    [InlineData("\"2026-02-28\",\n      \"isOffDay\": false", "\"2026-02-28\",\n      \"isOffDay\": 0", "property-type entry 15 isOffDay", 2026)]
    [InlineData("\"name\": \"春节\",\n      \"date\": \"2026-02-28\"", "\"name\": \" \",\n      \"date\": \"2026-02-28\"", "name-missing entry 15", 2026)]
    [InlineData("\"name\": \"春节\",\n      \"date\": \"2026-02-28\"", "\"name\": null,\n      \"date\": \"2026-02-28\"", "property-type entry 15 name", 2026)]
    [InlineData("\"2026-02-28\"", "\"2026-02-28\", \"date\": \"2026-02-28\"", "property-twice entry 15 date", 2026)]
    [InlineData("\"2026-02-28\"", "\"2026-02-28", "bad-json 80 27", 2026)]
    [InlineData("\"2026-02-28\"", "\"2026-03-07\"", "", 2026)]
    [InlineData("\"2026-02-28\"", "\"2027-02-28\"", "not-in-year entry 15 2027-02-28 2026", 2026)]
    [InlineData("\"2026-02-28\"", "\"2025-12-21\"", "not-in-year entry 15 2025-12-21 2026", 2026)]
    [InlineData("\"2026-02-28\"", "\"2025-12-27\"", "", 2026)]
    [InlineData("\"2026-02-28\"", "\"2026-02-27\"", "plain-weekday entry 15 2026-02-27", 2026)]
    [InlineData("\"2026-02-28\"", "\"2026-02-15\"", "double-day entry 6 entry 15 2026-02-15", 2026)]
    [InlineData("\"2026-02-18\"", "\"2026-02-24\"", "gap-in-holiday 春节 2026-02-18", 2026)]
    [InlineData("端午节", "端阳节", "holiday-missing 端午节", 2026)]
    public void A_slip_in_the_JSON_is_named(string good, string bad, string problem, int? year)
    {
        var json = HolidayLists.PublicJson(HolidayLists.Of(2026)).ReplaceLineEndings("\n");
        Assert.Contains(good, json, StringComparison.Ordinal);
        Refused(json.Replace(good, bad, StringComparison.Ordinal), year, problem.Length == 0 ? [] : [problem]);
    }

    [Theory]
    [InlineData("[]", "property-missing head year")]
    [InlineData("{}", "property-missing head year|property-missing head papers|property-missing head days")]
    [InlineData("{", "bad-json 1 2")]
    [InlineData("{\"year\":2026,\"papers\":[],\"days\":[]}", "empty")]
    [InlineData("{\"year\":2026,\"papers\":[],\"days\":[1,{}]}", "property-missing entry 1 date|property-missing entry 2 date|property-missing entry 2 name|property-missing entry 2 isOffDay")]
    [InlineData("{\"\\ud800\":1,\"year\":2026,\"papers\":[\"\\udc00\"],\"days\":[{\"\\ud800off\":1,\"date\":\"2026-01-01\",\"name\":\"\\ud800\"}]}", "bad-paper 1|property-type entry 1 name|property-missing entry 1 isOffDay")]
    [InlineData("{\"year\":2026,\"year\":2025,\"papers\":null,\"days\":{}}", "property-twice head year|property-type head papers|property-type head days")]
    public void All_that_lacks_is_named_at_once(string json, string problems) => Refused(json, 2026, problems.Split('|'));

    [Theory]
    [InlineData("2026-02-28,春节,班", "2026-02-28,春节,调休", "bad-kind row 16 调休")]
    [InlineData("2026-02-28,春节,班", "2026-02-28,春节,", "cell-missing row 16 安排")]
    [InlineData("2026-02-28,春节,班", "2026-02-28,,班", "name-missing row 16")]
    [InlineData("2026-02-28,春节,班", ",春节,班", "cell-missing row 16 日期")]
    [InlineData("2026-02-28,春节,班", "2026-02-30,春节,班", "bad-date row 16 2026-02-30")]
    [InlineData("2026-02-28,春节,班", "2月29日,春节,班", "bad-date row 16 2月29日")]
    [InlineData("2026-10-10,国庆节,班", "10.1,国庆节,班", "bad-date row 40 10.1")]
    [InlineData("2026-10-10,国庆节,班", "10月10日至9日,国庆节,班", "bad-span row 40 10月10日至9日 15")]
    [InlineData("2026-10-10,国庆节,班", "10月10日至10月25日,国庆节,班", "bad-span row 40 10月10日至10月25日 15")]
    [InlineData("2026-10-10,国庆节,班", "12月26日,国庆节,班", "which-december row 40 12月26日 2025 2026")]
    [InlineData("2026-10-10,国庆节,班", "2026-10-09,国庆节,班", "plain-weekday row 40 2026-10-09")]
    [InlineData("2026-10-10,国庆节,班", "2026-10-03,国庆节,班", "double-day row 35 row 40 2026-10-03")]
    [InlineData("2026-10-10,国庆节,班", "2028-10-14,国庆节,班", "not-in-year row 40 2028-10-14 2026")]
    [InlineData("2026-10-10,国庆节,班", "2026-10-10,国庆节,班,9月20日上班", "day-elsewhere row 40 9月20日上班")]
    [InlineData("2026-10-10,国庆节,班", "2026-10-10,国庆节（9月20日上班）,班", "day-elsewhere row 40 国庆节（9月20日上班）")]
    [InlineData("日期,节日,安排", "日期,节日,安排,日期", "column-twice row 1 日期")]
    [InlineData("日期,节日,安排", "2025年放假安排\n日期,节日,安排", "other-year 2025 2026")]
    [InlineData("2026-05-03,劳动节,休\n", "", "")]
    [InlineData("2026-05-04,劳动节,休\n", "", "gap-in-holiday 劳动节 2026-05-04")]
    [InlineData("2026-05-03,劳动节,休\n", "2026-05-03,劳动节,班\n", "gap-in-holiday 劳动节 2026-05-03")]
    public void A_slip_in_a_table_is_named(string good, string bad, string problem)
    {
        var table = HolidayLists.SingleDays(HolidayLists.Of(2026));
        Assert.Contains(good, table, StringComparison.Ordinal);
        Refused(table.Replace(good, bad, StringComparison.Ordinal), 2026, problem.Length == 0 ? [] : [problem]);
    }

    [Theory]
    [InlineData(40, "")]
    [InlineData(41, "name-too-long row 2 40")]
    public void A_name_has_its_length(int length, string problem) =>
        Refused(HolidayLists.SingleDays(HolidayLists.Of(2026)).Replace("2026-01-01,元旦", $"2026-01-01,{new string('元', length)}", StringComparison.Ordinal), 2026, problem.Length == 0 ? [] : [problem]);

    [Fact]
    public void A_list_without_a_year_asks_for_it() => Refused(HolidayLists.Ranges(HolidayLists.Of(2026)), null, "no-year");

    [Fact]
    public void Two_years_are_two_lists() =>
        Refused(HolidayLists.SingleDays(HolidayLists.Of(2025)) + HolidayLists.SingleDays(HolidayLists.Of(2026)).Replace("日期,节日,安排\n", "", StringComparison.Ordinal), null,
            "years-differ row 2 2025-01-01 row 73 2026-10-10");

    [Fact]
    public void Another_year_s_days_do_not_pass_for_this_one_s() =>
        Refused(HolidayLists.Ranges(HolidayLists.Of(2025)), 2026, "plain-weekday row 2 2026-01-26", "plain-weekday row 6 2026-04-27", "plain-weekday row 9 2026-09-28");

    [Fact]
    public void Several_slips_are_named_together_and_fifty_at_most()
    {
        Refused("2026-01-01,,休\n2026-13-01,春节,休\n2026-02-27,春节,班\n", 2026, "name-missing row 1", "bad-date row 2 2026-13-01", "plain-weekday row 3 2026-02-27");
        Assert.Equal(50, CalendarReader.Read(string.Concat(Enumerable.Repeat("2026-01-01,元旦,休\n", 300)), 2026).Problems.Count);
        Assert.Equal("too-many-days 366", HolidayLists.Say(CalendarReader.Read(string.Concat(Enumerable.Repeat("2026-01-01,元旦,休\n", 400)), 2026).Problems[0]));
    }

    private static void Refused(string text, int? year, params string[] problems)
    {
        var reading = CalendarReader.Read(text, year);
        Assert.Equal(problems, reading.Problems.Select(HolidayLists.Say));
        Assert.Equal(problems.Length == 0, reading.Year is not null);
    }
}
