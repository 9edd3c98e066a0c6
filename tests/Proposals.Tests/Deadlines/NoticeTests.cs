using Microsoft.EntityFrameworkCore;
using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Persistence;
using Proposals.Tests.Assignment;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Deadlines;

/// <summary>Who reads which notice. The reply of the case is due on 2025-06-17: blue on 06-03, yellow on 06-10, red on 06-18.</summary>
public sealed class NoticeTests
{
    private static readonly DateTimeOffset Then = OfficeClock.At(new DateOnly(2025, 6, 20), new TimeOnly(9, 0));

    [Fact]
    public async Task Each_reads_his_own_notices_the_newest_first()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await SupervisionTests.OverdueAsync(bureau);
        var handlers = await SupervisionTests.NoticesAsync(bureau, "郑宁");
        var blue = Assert.Single(handlers, row => row.Notice.Kind == NoticeKind.Blue && row.Line?.Kind == DeadlineKind.Reply);
        Assert.Equal((story.Id, "258", new DateOnly(2025, 6, 17)), (blue.Notice.CaseId, blue.CaseNumber, blue.DueOn));
        Assert.Null(blue.ById);
        Assert.DoesNotContain(handlers, row => row.Notice.Kind is NoticeKind.Yellow or NoticeKind.Red);
        Assert.Contains(await SupervisionTests.NoticesAsync(bureau, "方晓岚"), row => row.Notice.Kind == NoticeKind.Yellow);
        var principals = await SupervisionTests.NoticesAsync(bureau, "沈立群");
        Assert.Contains(principals, row => row.Notice.Kind == NoticeKind.Red);
        Assert.Equal(principals.Select(row => row.Notice.CreatedAt).OrderDescending(), principals.Select(row => row.Notice.CreatedAt));
        Assert.Empty(await SupervisionTests.NoticesAsync(bureau, "周一鸣"));
    }

    [Fact]
    public async Task The_count_falls_with_what_was_read_and_with_nothing_else()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await SupervisionTests.OverdueAsync(bureau);
        await WriteAsync(bureau, story.Id, "郑宁", 4);
        var rows = await SupervisionTests.NoticesAsync(bureau, "郑宁");
        Assert.Equal(rows.Count, await UnreadAsync(bureau, "郑宁"));

        await ReadAsync(bureau, "郑宁", rows[0], rows[1]);
        Assert.Equal(rows.Count - 2, await UnreadAsync(bureau, "郑宁"));
        Assert.Equal([true, true, false], (await SupervisionTests.NoticesAsync(bureau, "郑宁")).Take(3).Select(row => row.Notice.ReadAt is not null));

        // A colleague's mark is no mark of mine, and one made again moves no time.
        await ReadAsync(bureau, "王海涛", rows[0], null);
        await ReadAsync(bureau, "郑宁", rows[0], rows[1], Then.AddDays(1));
        Assert.Equal(rows.Count - 2, await UnreadAsync(bureau, "郑宁"));
        Assert.Equal(Then, (await SupervisionTests.NoticesAsync(bureau, "郑宁"))[0].Notice.ReadAt);

        await WriteAsync(bureau, story.Id, "郑宁", 1, Then.AddHours(1));
        await ReadAsync(bureau, "郑宁", rows[0], null);
        Assert.Equal(1, await UnreadAsync(bureau, "郑宁"));
    }

    [Fact]
    public async Task The_bell_counts_no_further_than_it_shows()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        await WriteAsync(bureau, story.Id, "郑宁", 150);
        Assert.Equal(NoticeQuery.CountLimit + 1, await UnreadAsync(bureau, "郑宁"));
    }

    [Fact]
    public async Task Pages_hold_every_notice_once()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        await WriteAsync(bureau, story.Id, "郑宁", 25);
        var seen = new List<Guid>();
        Guid? before = null;
        do
        {
            var page = await bureau.WithAsync<NoticeQuery, NoticePage>(query => query.PageAsync(bureau.SeesAs("郑宁"), before, 10, TestContext.Current.CancellationToken));
            seen.AddRange(page.Rows.Select(row => row.Notice.Id));
            before = page.Next;
        }
        while (before is not null);
        Assert.Equal(await bureau.ReadAsync(db => db.Notices.CountAsync(notice => notice.PersonId == bureau.Id("郑宁"))), seen.Count);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
    }

    [Fact]
    public async Task A_case_that_went_to_another_department_takes_its_notices_along()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await SupervisionTests.OverdueAsync(bureau);
        Assert.NotEmpty(await SupervisionTests.NoticesAsync(bureau, "郑宁"));
        var other = await bureau.DepartmentAsync("商贸发展科");
        await bureau.ReadAsync(db => db.Cases.Where(subject => subject.Id == story.Id).ExecuteUpdateAsync(set => set.SetProperty(subject => subject.DepartmentId, other).SetProperty(subject => subject.HandlerId, (Guid?)null)));
        Assert.Empty(await SupervisionTests.NoticesAsync(bureau, "郑宁"));
        Assert.Equal(0, await UnreadAsync(bureau, "郑宁"));
    }

    [Fact]
    public async Task An_urging_bears_the_name_of_who_urged()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        await story.On(6, 4).DoAsync("许婧", new UrgeByPhone("郑宁", "请抓紧面商。"));
        var urging = await bureau.ReadAsync(db => db.Urgings.AsNoTracking().SingleAsync());
        await bureau.ReadAsync(db =>
        {
            db.Notices.Add(new Notice { Id = TimedId.At(Then), PersonId = bureau.Id("郑宁"), CaseId = story.Id, Kind = NoticeKind.Urging, UrgingId = urging.Id, CreatedAt = Then });
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var row = (await SupervisionTests.NoticesAsync(bureau, "郑宁"))[0];
        Assert.Equal((bureau.Id("许婧"), "请抓紧面商。", null), (row.ById, row.Text, row.DueOn));
    }

    [Fact]
    public async Task A_case_remembers_whom_each_rung_reached()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await SupervisionTests.OverdueAsync(bureau);
        var records = (await bureau.WithAsync<RungQuery, IReadOnlyList<RungRecord>>(query => query.OfCaseAsync(story.Id, TestContext.Current.CancellationToken))).Where(record => record.Rung.Kind == DeadlineKind.Reply).ToList();
        Assert.Equal([RungLevel.Blue, RungLevel.Yellow, RungLevel.Red], records.Select(record => record.Rung.Level));
        Assert.Equal(new[] { "郑宁", "王海涛" }.Select(bureau.Id).Order(), records[0].To.Order());
        Assert.Equal([bureau.Id("沈立群")], records[2].To);
        Assert.Equal((null, records[2].Rung.Id), (records[1].Order?.Id, records[2].Order?.Id));
    }

    private static Task WriteAsync(Bureau bureau, CaseId caseId, string to, int count, DateTimeOffset? at = null) => bureau.ReadAsync(db =>
    {
        var when = at ?? OfficeClock.At(new DateOnly(2025, 6, 19), new TimeOnly(9, 0));
        db.Notices.AddRange(Enumerable.Range(0, count).Select(_ => new Notice { Id = TimedId.At(when), PersonId = bureau.Id(to), CaseId = caseId, Kind = NoticeKind.Blue, CreatedAt = when }));
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private static Task<int> UnreadAsync(Bureau bureau, string who) =>
        bureau.WithAsync<NoticeQuery, int>(query => query.UnreadAsync(bureau.SeesAs(who), TestContext.Current.CancellationToken));

    private static Task ReadAsync(Bureau bureau, string who, NoticeRow newest, NoticeRow? oldest, DateTimeOffset? at = null) =>
        bureau.WithAsync<NoticeQuery, bool>(async query =>
        {
            await query.MarkReadAsync(bureau.SeesAs(who), newest.Notice.Id, oldest?.Notice.Id, at ?? Then, TestContext.Current.CancellationToken);
            return true;
        });
}
