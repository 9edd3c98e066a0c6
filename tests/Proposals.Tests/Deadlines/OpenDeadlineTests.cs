using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;
using Proposals.Tests.Scenes;
using Proposals.Web.Pages.Handling;

namespace Proposals.Tests.Deadlines;

/// <summary>期限与督办: who is shown which lines, and that filters and pages lose none.</summary>
public sealed class OpenDeadlineTests(Office office) : IClassFixture<Office>
{
    private const int Whole = 1000;

    private static readonly DateOnly Today = OfficeClock.Day(TimeProvider.System.GetUtcNow());

    /// <summary>郑宁, 王海涛, 方晓岚, 许婧, 杜青, 周一鸣 and all others of the demo.</summary>
    [Fact]
    public async Task Everybody_is_shown_the_lines_of_the_cases_he_may_see_each_exactly_once()
    {
        var lines = (await OwedAsync(office)).Where(line => line.Kind is not (DeadlineKind.Step or DeadlineKind.ReplyHardLimit)).ToList();
        Assert.True(lines.Count > 20);
        foreach (var person in await office.ReadAsync(db => db.Users.AsNoTracking().ToListAsync(Cancel)))
        {
            var me = CaseVisibility.Of(person);
            var cases = await office.ReadAsync(db => me.Filter(db.Cases.AsNoTracking()).Select(subject => subject.Id).ToListAsync(Cancel));
            var expected = lines.Where(line => cases.Contains(line.CaseId)).OrderBy(line => line.DueOn).Select(line => line.Id).ToHashSet();

            var shown = await WalkAsync(me, new DeadlineFilter(), pageSize: 3);

            Assert.Equal(shown.Count, shown.DistinctBy(row => row.Line.Id).Count());
            Assert.True(expected.SetEquals(shown.Select(row => row.Line.Id)), person.DisplayName);
            Assert.Equal(shown.Select(row => row.Line.DueOn).Order(), shown.Select(row => row.Line.DueOn));
            Assert.Equal(expected.Count, await CountAsync(office, me, new DeadlineFilter()));
        }
    }

    [Theory]
    [InlineData("zhouyiming", 0)]
    [InlineData("xujing", int.MaxValue)]
    [InlineData("duqing", int.MaxValue)]
    [InlineData("fangxiaolan", int.MaxValue)]
    public async Task The_office_leaders_and_supervisors_see_all_lines_and_the_admin_none(string userName, int most)
    {
        var all = (await OwedAsync(office)).Count(line => line.Kind is not (DeadlineKind.Step or DeadlineKind.ReplyHardLimit));
        Assert.Equal(Math.Min(all, most), await CountAsync(office, await SeesAsync(userName), new DeadlineFilter()));
    }

    [Fact]
    public async Task A_department_is_shown_its_own_lines_only()
    {
        foreach (var userName in new[] { "zhengning", "wanghaitao" })
        {
            var me = await SeesAsync(userName);
            var shown = await WalkAsync(me, new DeadlineFilter(), Whole);
            Assert.NotEmpty(shown);
            Assert.All(shown, row => Assert.True(row.Case.DepartmentId == me.DepartmentId || row.Case.HandlerId == me.PersonId));
        }
    }

    /// <summary>The same rule is written twice: for a page's line, and for the database. Each day of half a year, so that every light is met.</summary>
    [Fact]
    public async Task A_light_asked_for_brings_the_lines_that_shine_so()
    {
        await using var own = await Office.OpenAsync();
        var some = await own.ReadAsync(db => db.Deadlines.Where(line => line.MetOn == null && line.DroppedOn == null).OrderBy(line => line.Id).Select(line => line.Id).Take(3).ToListAsync(Cancel));
        await own.ReadAsync(db => db.Deadlines.Where(line => some.Contains(line.Id)).ExecuteUpdateAsync(set => set.SetProperty(line => line.PausedOn, Today), Cancel));
        var clerk = await SeesAsync("xujing", own);
        var lines = await OwedAsync(own);
        var met = new HashSet<Light>();
        for (var day = Today.AddDays(-30); day < Today.AddDays(120); day = day.AddDays(5))
        {
            foreach (var kind in new DeadlineKind?[] { null, DeadlineKind.Step })
            {
                foreach (var light in Enum.GetValues<Light>())
                {
                    var expected = lines.Where(line => line.Kind != DeadlineKind.ReplyHardLimit && (kind is null) == (line.Kind != DeadlineKind.Step) && DeadlineWords.LightOf(line, day) == light).Select(line => line.Id).ToHashSet();
                    var filter = new DeadlineFilter { Light = light, Kind = kind };
                    var page = await own.WithAsync<OpenDeadlineQuery, DeadlinePage>(query => query.PageAsync(clerk, filter, null, Whole, day, Cancel));
                    Assert.True(expected.SetEquals(page.Rows.Select(row => row.Line.Id)), $"{light} on {day}, kind {kind}");
                    if (expected.Count > 0)
                        met.Add(light);
                }
            }
        }

        Assert.Equal(Enum.GetValues<Light>().Length, met.Count);
    }

    [Fact]
    public async Task Department_handler_kind_and_days_narrow_the_list_and_leave_nothing_out()
    {
        var clerk = await SeesAsync("xujing");
        var all = await WalkAsync(clerk, new DeadlineFilter(), Whole);
        var departments = await office.WithAsync<OpenDeadlineQuery, IReadOnlyList<Department>>(query => query.DepartmentsAsync(clerk, Cancel));
        var handlers = await office.WithAsync<OpenDeadlineQuery, IReadOnlyList<(Guid Id, string Name)>>(query => query.HandlersAsync(clerk, Cancel));
        Assert.True(departments.Count > 1 && handlers.Count > 1);
        foreach (var department in departments)
            Same(all.Where(row => row.Case.DepartmentId == department.Id), await WalkAsync(clerk, new DeadlineFilter { DepartmentId = department.Id }, 2));
        foreach (var (id, _) in handlers)
            Same(all.Where(row => row.Case.HandlerId == id), await WalkAsync(clerk, new DeadlineFilter { HandlerId = id }, 2));
        foreach (var kind in Enum.GetValues<DeadlineKind>().Where(kind => kind != DeadlineKind.Step))
            Same(all.Where(row => row.Line.Kind == kind), await WalkAsync(clerk, new DeadlineFilter { Kind = kind }, 2));
        var (from, to) = (all[3].Line.DueOn, all[9].Line.DueOn);
        Same(all.Where(row => row.Line.DueOn >= from && row.Line.DueOn <= to), await WalkAsync(clerk, new DeadlineFilter { From = from, To = to }, 2));
        Assert.Empty(await WalkAsync(clerk, new DeadlineFilter { Kind = DeadlineKind.ReplyHardLimit }, Whole));

        var steps = await WalkAsync(clerk, new DeadlineFilter { Kind = DeadlineKind.Step }, Whole);
        Assert.NotEmpty(steps);
        Assert.All(steps, row => Assert.NotNull(row.What));
        Assert.All(all.Where(row => row.Line.Kind is DeadlineKind.Commitment or DeadlineKind.Measure or DeadlineKind.UnitOpinion), row => Assert.NotNull(row.What));
    }

    [Fact]
    public async Task Whoever_sees_one_department_is_offered_no_other()
    {
        var handler = await SeesAsync("zhengning");
        Assert.Single(await office.WithAsync<OpenDeadlineQuery, IReadOnlyList<Department>>(query => query.DepartmentsAsync(handler, Cancel)));
        Assert.Empty(await office.WithAsync<OpenDeadlineQuery, IReadOnlyList<Department>>(async query => await query.DepartmentsAsync(await SeesAsync("zhouyiming"), Cancel)));
    }

    [Fact]
    public async Task A_month_counts_all_of_a_day_and_reads_as_much_as_it_shows()
    {
        await using var own = await Office.OpenAsync();
        var (first, last) = (new DateOnly(2031, 5, 1), new DateOnly(2031, 5, 31));
        await OweAsync(own, first.AddDays(-1), 2);
        await OweAsync(own, first, 1);
        await OweAsync(own, first.AddDays(14), 12);
        await OweAsync(own, last, 5);
        await OweAsync(own, last.AddDays(1), 2);
        var clerk = await SeesAsync("xujing", own);

        var days = await own.WithAsync<OpenDeadlineQuery, IReadOnlyDictionary<DateOnly, DeadlineDay>>(query => query.DaysAsync(clerk, new DeadlineFilter { From = first, To = last }, 5, Today, Cancel));

        Assert.Equal([(first, 1, 1), (first.AddDays(14), 12, 5), (last, 5, 5)], days.Values.OrderBy(day => day.On).Select(day => (day.On, day.Count, day.First.Count)));
        Assert.All(days.Values.SelectMany(day => day.First.Select(row => (day.On, row.Line.DueOn))), pair => Assert.Equal(pair.On, pair.DueOn));

        // What the law sets stands before what the bureau set itself, whichever was written first.
        Assert.Equal(DeadlineNature.Statutory, days[first.AddDays(14)].First[0].Line.Nature);
        Assert.Equal(12, await CountAsync(own, clerk, new DeadlineFilter { From = first.AddDays(14), To = first.AddDays(14) }));
    }

    /// <summary>Lines of one case on one day; the last of them is set by law.</summary>
    internal static async Task OweAsync(Office office, DateOnly on, int count, string number = "12")
    {
        await office.ReadAsync(async db =>
        {
            var subject = await db.Cases.SingleAsync(known => known.CaseNumber == number, Cancel);
            var now = TimeProvider.System.GetUtcNow();
            for (var line = 1; line <= count; line++)
                db.Deadlines.Add(new Deadline
                {
                    Id = DeadlineId.New(now),
                    CaseId = subject.Id,
                    Kind = DeadlineKind.FirstContact,
                    Nature = line == count ? DeadlineNature.Statutory : DeadlineNature.Internal,
                    Round = 1,
                    StartOn = Today,
                    DueOn = on,
                    Profile = "test",
                });
            return await db.SaveChangesAsync(Cancel);
        });
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static void Same(IEnumerable<DeadlineRow> expected, IReadOnlyList<DeadlineRow> shown) =>
        Assert.Equal(expected.Select(row => row.Line.Id), shown.Select(row => row.Line.Id));

    private static Task<List<Deadline>> OwedAsync(Office office) => office.ReadAsync(db => db.Deadlines.AsNoTracking().Where(line => line.MetOn == null && line.DroppedOn == null).ToListAsync(Cancel));

    private Task<CaseVisibility> SeesAsync(string userName, Office? at = null) =>
        (at ?? office).ReadAsync(async db => CaseVisibility.Of(await db.Users.AsNoTracking().SingleAsync(person => person.UserName == userName, Cancel)));

    private static Task<int> CountAsync(Office office, CaseVisibility me, DeadlineFilter filter) => office.WithAsync<OpenDeadlineQuery, int>(query => query.CountAsync(me, filter, Today, Cancel));

    private async Task<IReadOnlyList<DeadlineRow>> WalkAsync(CaseVisibility me, DeadlineFilter filter, int pageSize)
    {
        var seen = new List<DeadlineRow>();
        string? after = null;
        do
        {
            var page = await office.WithAsync<OpenDeadlineQuery, DeadlinePage>(query => query.PageAsync(me, filter, DeadlineCursor.Parse(after), pageSize, Today, Cancel));
            seen.AddRange(page.Rows);
            after = page.Next?.ToString();
        }
        while (after is not null && seen.Count < Whole);
        return seen;
    }
}
