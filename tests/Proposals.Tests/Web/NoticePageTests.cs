using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Tests.Papers;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>What the demo's ladder has said, as its people see it: 第27号建议 is overdue, and the principal has not written on its order yet.</summary>
public sealed class NoticePageTests
{
    private const string Overdue = "27";
    private const string Word = "请商贸发展科今日内送审，分管领导盯办。";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_shows_ones_own_notices_by_day_and_never_a_person_as_author_of_a_rung()
    {
        await using var office = await Office.OpenAsync();
        using var leader = await office.AsAsync("shenliqun");
        var page = await OpenAsync(leader, "/notices");
        var me = await office.PersonAsync("shenliqun");
        var own = await office.ReadAsync(db => db.Notices.Where(notice => notice.PersonId == me).ToListAsync(Cancel));
        Assert.Equal(own.Count, page.QuerySelectorAll(".notice-list > li").Length);
        Assert.Equal(own.Select(notice => OfficeClock.Day(notice.CreatedAt)).Distinct().Count(), page.QuerySelectorAll(".notice-day").Length);
        var line = page.QuerySelectorAll(".notice-list > li").Single(row => row.TextContent.Contains("第27号建议", StringComparison.Ordinal));
        Assert.Contains("红色督办", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("办理期限", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("已超期", line.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("系统自动提醒", line.QuerySelector(".notice-by")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("?tab=Deadlines", line.QuerySelector<IHtmlAnchorElement>(".notice-link")?.Href, StringComparison.Ordinal);
        Assert.Equal("督办单 第27号建议", line.QuerySelector(".notice-side a")?.TextContent);
    }

    [Fact]
    public async Task A_date_that_moved_since_is_named_with_the_one_it_has_now()
    {
        await using var office = await Office.OpenAsync();
        using var leader = await office.AsAsync("shenliqun");
        var id = await office.ReadAsync(db => db.Cases.Where(known => known.CaseNumber == Overdue).Select(known => known.Id).SingleAsync(Cancel));
        var due = await office.ReadAsync(db => db.Deadlines.Where(line => line.CaseId == id && line.Kind == DeadlineKind.Reply && line.MetOn == null).Select(line => line.DueOn).SingleAsync(Cancel));
        await office.ReadAsync(db => db.Deadlines.Where(line => line.CaseId == id && line.Kind == DeadlineKind.Reply).ExecuteUpdateAsync(set => set.SetProperty(line => line.DueOn, due.AddDays(60)), Cancel));
        var line = (await OpenAsync(leader, "/notices")).QuerySelectorAll(".notice-list > li").Single(row => row.TextContent.Contains("第27号建议", StringComparison.Ordinal));
        Assert.Contains($"办理期限 {due:yyyy-MM-dd}，现为{due.AddDays(60):yyyy-MM-dd} · 还剩", line.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_urged_reads_for_which_step()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        using var handler = await office.AsAsync("zhengning");
        var step = await office.ReadAsync(db => db.Steps.Where(known => known.Name == "面商" && db.WorkItems.Any(item => item.StepId == known.Id && item.State == Proposals.Inbox.WorkItemState.Offered) && db.Cases.Any(subject => subject.Id == known.CaseId && subject.CaseNumber == "12"))
            .Select(known => new { known.Id, known.CaseId, known.DueOn }).FirstAsync(Cancel));
        var address = $"/cases/{step.CaseId}/urge-step";
        var form = await PaperForm.OpenAsync(clerk, address);
        Assert.Equal(HttpStatusCode.Redirect, (await form.SendAsync(clerk, address)).StatusCode);
        var line = (await OpenAsync(handler, "/notices")).QuerySelectorAll(".notice-list > li").First(row => row.TextContent.Contains("催办", StringComparison.Ordinal));
        Assert.Contains($"面商 {step.DueOn:yyyy-MM-dd}到期", line.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_never_shows_the_date_that_somebody_else_owes()
    {
        await using var office = await Office.OpenAsync();
        using var handler = await office.AsAsync("tangke");
        var subject = await office.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(known => known.CaseNumber == "142", Cancel));
        Assert.True(subject.DueOn < subject.ReplyDueOn);
        var today = await office.WithAsync<TimeProvider, DateOnly>(clock => Task.FromResult(OfficeClock.Day(clock.GetUtcNow())));
        var inbox = await handler.GetStringAsync("/inbox", Cancel);
        Assert.Contains("第142号提案", inbox, StringComparison.Ordinal);
        Assert.DoesNotContain($"期限是 {Proposals.Web.Face.DateText.Near(subject.DueOn!.Value, today)}（", inbox, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_marks_nothing_and_the_pages_own_post_marks_what_was_in_sight()
    {
        await using var office = await Office.OpenAsync();
        using var handler = await office.AsAsync("gaoxiang");
        var html = await handler.GetStringAsync("/notices", Cancel);
        var unread = await UnreadAsync(office, "gaoxiang");
        Assert.NotEqual(0, unread);
        Assert.Contains($"提醒：{unread}条未读", html, StringComparison.Ordinal);
        await handler.GetStringAsync("/notices", Cancel);
        Assert.Equal(unread, await UnreadAsync(office, "gaoxiang"));

        var seen = await PaperForm.Read(html, "form[action*='Shown']").SendAsync(handler, "/notices?handler=Shown");
        Assert.Equal((HttpStatusCode.NoContent, "inbox-changed"), (seen.StatusCode, seen.Headers.GetValues("HX-Trigger").Single()));
        Assert.Equal(0, await UnreadAsync(office, "gaoxiang"));
        Assert.Contains("提醒：没有未读", await handler.GetStringAsync("/notices?handler=Bell", Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("全部标为已读", await handler.GetStringAsync("/notices", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_script_a_button_marks_all_of_ones_own_and_nobody_elses()
    {
        await using var office = await Office.OpenAsync();
        using var handler = await office.AsAsync("gaoxiang");
        var others = await UnreadAsync(office, "shenliqun");
        var form = PaperForm.Read(await handler.GetStringAsync("/notices", Cancel), "form[action*='Read']");
        Assert.Equal("/notices", (await form.SendAsync(handler, "/notices?handler=Read")).Headers.Location?.OriginalString);
        Assert.Equal(0, await UnreadAsync(office, "gaoxiang"));
        Assert.Equal(others, await UnreadAsync(office, "shenliqun"));
    }

    [Fact]
    public async Task The_admin_and_the_supervisor_have_no_bell_and_a_stranger_signs_in_first()
    {
        await using var office = await Office.OpenAsync();
        foreach (var userName in new[] { "zhouyiming", "duqing" })
        {
            using var other = await office.AsAsync(userName);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/notices", Cancel)).StatusCode);
            Assert.DoesNotContain("/notices", await other.GetStringAsync("/", Cancel), StringComparison.Ordinal);
        }

        using var stranger = office.Stranger();
        Assert.Equal("/sign-in", (await stranger.GetAsync("/notices", Cancel)).Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task A_leader_finds_the_order_above_his_inbox_and_directs_it()
    {
        await using var office = await Office.OpenAsync();
        using var leader = await office.AsAsync("shenliqun");
        var id = await IdAsync(office);
        var inbox = await OpenAsync(leader, "/inbox");
        var orders = inbox.QuerySelectorAll(".order-list > li");
        var waiting = int.Parse(inbox.QuerySelector(".top-nav .menu-count")?.TextContent ?? "0", CultureInfo.InvariantCulture);
        Assert.Equal(waiting, orders.Length + inbox.QuerySelectorAll(".todo-list > li").Length);
        var order = orders.Single(row => row.TextContent.Contains("第27号建议", StringComparison.Ordinal));
        Assert.Contains("已超期", order.TextContent, StringComparison.Ordinal);
        Assert.Contains("现在：", order.TextContent, StringComparison.Ordinal);
        Assert.Contains("商贸发展科", order.TextContent, StringComparison.Ordinal);
        Assert.Contains("批示", (await OpenAsync(leader, $"/cases/{id}")).QuerySelector(".case-head .actions")?.TextContent, StringComparison.Ordinal);

        var address = order.QuerySelector<IHtmlAnchorElement>(".btn")?.PathName + order.QuerySelector<IHtmlAnchorElement>(".btn")?.Search;
        var form = await PaperForm.OpenAsync(leader, address);
        Assert.Contains("请填写批示意见", await (await form.SendAsync(leader, address)).Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        var done = await form.With("Input.Direction", Word).With("Input.AnswerBy", "2099-01-04").SendAsync(leader, address);
        Assert.Equal($"/cases/{id}", done.Headers.Location?.OriginalString);

        Assert.Equal(orders.Length - 1, (await OpenAsync(leader, "/inbox")).QuerySelectorAll(".order-list > li").Length);
        Assert.Contains("没有等待批示的督办单", await leader.GetStringAsync($"/cases/{id}/direct", Cancel), StringComparison.Ordinal);
        using var handler = await office.AsAsync(await HandlerAsync(office));
        var notices = await handler.GetStringAsync("/notices", Cancel);
        Assert.Contains("领导批示", notices, StringComparison.Ordinal);
        Assert.Contains(Word, notices, StringComparison.Ordinal);
        Assert.Contains("2099年1月4日", notices, StringComparison.Ordinal);

        var trail = await OpenAsync(leader, $"/cases/{id}?tab=Trail");
        var line = trail.QuerySelectorAll(".timeline > li").Single(row => row.TextContent.Contains(Word, StringComparison.Ordinal));
        Assert.Equal("批示", line.QuerySelector("strong")?.TextContent);
        Assert.Equal("沈立群", line.QuerySelector(".trail-who")?.TextContent);
        Assert.False(line.ClassList.Contains("is-system"));
    }

    [Fact]
    public async Task The_office_enters_the_leaders_word_and_is_shown_whose_it_is()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var id = await IdAsync(office);
        var form = await PaperForm.OpenAsync(clerk, $"/cases/{id}/direct");
        Assert.Equal((await office.PersonAsync("shenliqun")).ToString(), form["OnBehalf.DeciderId"]);
        await form.With("Input.Direction", Word).SendAsync(clerk, $"/cases/{id}/direct");
        Assert.Contains("许婧 代录（沈立群", await clerk.GetStringAsync($"/cases/{id}?tab=Trail", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_case_shows_the_mark_what_was_said_and_the_systems_own_lines()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var id = await IdAsync(office);
        var since = await office.ReadAsync(db => db.Cases.Where(subject => subject.Id == id).Select(subject => subject.OnBoardSince).SingleAsync(Cancel));
        var tab = await OpenAsync(clerk, $"/cases/{id}?tab=Deadlines");
        Assert.Contains($"督办（{since:yyyy-MM-dd}挂牌）", tab.QuerySelector(".badges")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(["红色督办", "黄色预警", "蓝色提醒"], tab.QuerySelectorAll(".rung-list .notice-kind").Select(kind => kind.TextContent));
        Assert.Contains("发给沈立群", tab.QuerySelector(".rung-list > li")?.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("跳过", tab.QuerySelector(".rungs")?.TextContent, StringComparison.Ordinal);

        var rungs = (await OpenAsync(clerk, $"/cases/{id}?tab=Trail")).QuerySelectorAll(".timeline > li").Where(row => row.TextContent.Contains("系统自动提醒", StringComparison.Ordinal)).ToList();
        Assert.All(rungs, row => Assert.True(row.ClassList.Contains("is-system")));
        var red = rungs.Single(row => row.QuerySelector("strong")?.TextContent == "发出红色督办");
        Assert.Equal("系统自动提醒", red.QuerySelector(".trail-who")?.TextContent);
        Assert.Contains("给沈立群：办理期限 20", red.TextContent, StringComparison.Ordinal);

        var row = (await OpenAsync(clerk, "/cases?light=Red")).QuerySelectorAll(".ledger-cases tbody tr").Single(found => found.TextContent.Contains("第27号建议", StringComparison.Ordinal));
        Assert.Contains("督办", row.QuerySelector(".tag-strong")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_sweep_passed_over_is_told_in_the_trail_alone()
    {
        await using var office = await Office.OpenAsync();
        await office.Services.GetRequiredService<RungSweep>().RunAsync(TimeProvider.System.GetUtcNow().AddDays(60), Cancel);
        var skipped = await office.ReadAsync(db => db.Cases.Where(subject => subject.CaseNumber == "45").Select(subject => subject.Id).SingleAsync(Cancel));
        using var clerk = await office.AsAsync("xujing");
        Assert.Contains("；蓝色提醒、黄色预警已跳过", await clerk.GetStringAsync($"/cases/{skipped}?tab=Trail", Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("已跳过", await clerk.GetStringAsync($"/cases/{skipped}?tab=Deadlines", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_is_saved_under_its_name_for_whoever_may_see_the_case()
    {
        await using var office = await Office.OpenAsync();
        var id = await IdAsync(office);
        var red = await office.ReadAsync(db => db.Rungs.SingleAsync(rung => rung.CaseId == id && rung.Level == RungLevel.Red && rung.State == RungState.Raised, Cancel));
        using var clerk = await office.AsAsync("xujing");
        var answer = await clerk.GetAsync($"/cases/{id}/slips/{red.Id}?culture=en&ui-culture=en", Cancel);
        Assert.EndsWith($"第27号建议 督办单 {OfficeClock.Day(red.ClaimedAt):yyyy-MM-dd}.docx", answer.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
        var paper = Printed.Open(await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("沈立群", paper.Cell("送"));
        Assert.Equal("已超期1个工作日", paper.Cell("至发出之日"));
        Assert.Contains("人大建议办理督办单", paper.Lines);

        var listed = await office.ReadAsync(db => db.Rungs.Where(rung => rung.CaseId == id && rung.Level == RungLevel.Listed).Select(rung => rung.Id).SingleAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/cases/{id}/slips/{listed}", Cancel)).StatusCode);
        var other = await office.ReadAsync(db => db.Cases.Where(subject => subject.CaseNumber == "12").Select(subject => subject.Id).SingleAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/cases/{other}/slips/{red.Id}", Cancel)).StatusCode);
        using var elsewhere = await office.AsAsync("zhengning");
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/cases/{id}/slips/{red.Id}", Cancel)).StatusCode);
    }

    private static async Task<IDocument> OpenAsync(HttpClient client, string address) => new HtmlParser().ParseDocument(await client.GetStringAsync(address, Cancel));

    private static Task<CaseId> IdAsync(Office office) => office.ReadAsync(db => db.Cases.Where(subject => subject.CaseNumber == Overdue).Select(subject => subject.Id).SingleAsync(Cancel));

    private static Task<string> HandlerAsync(Office office) =>
        office.ReadAsync(db => db.Cases.Where(subject => subject.CaseNumber == Overdue).Join(db.Users, subject => subject.HandlerId, person => person.Id, (_, person) => person.UserName ?? "").SingleAsync(Cancel));

    private static async Task<int> UnreadAsync(Office office, string userName)
    {
        var me = await office.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(person => person.UserName == userName, Cancel));
        return await office.WithAsync<NoticeQuery, int>(query => query.UnreadAsync(CaseVisibility.Of(me), Cancel));
    }
}
