using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;
using Proposals.Tests.Assignment;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Deadlines;

/// <summary>督办单 of a case whose reply was due on 2025-06-17: it is the principal's task from 06-18 on.</summary>
public sealed class SupervisionTests
{
    private const string Principal = "沈立群";
    private const string Word = "请旅游科今日内送审，分管领导盯办。";

    [Fact]
    public async Task A_red_rung_is_the_leaders_task_once_until_the_work_is_done()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OverdueAsync(bureau);
        await SweepAsync(bureau, new DateOnly(2025, 6, 19));
        var order = Assert.Single(await OpenAsync(bureau, Principal));
        Assert.Equal((story.Id, DeadlineKind.Reply, new DateOnly(2025, 6, 17), "郑宁", "旅游科"), (order.Case.Id, order.Kind, order.DueOn, order.Row.Handler, order.Row.Department));
        Assert.Empty(await OpenAsync(bureau, "方晓岚"));
        Assert.Equal(new DateOnly(2025, 6, 18), (await story.CaseAsync()).OnBoardSince);

        await story.MeetAsync(ContactKind.Visit, 6, 19);
        await story.MeetAsync(ContactKind.Visit, 6, 20);
        await story.CheckedAsync(6, 23);
        await story.DeliveredAsync(6, 24);
        Assert.Empty(await OpenAsync(bureau, Principal));
        Assert.Empty((await story.FileAsync()).OpenOrders);
        Assert.Null((await story.CaseAsync()).OnBoardSince);
        Assert.Equal("supervision.over", (await story.TryAsync(Principal, new DirectSupervision(order.Id, Word))).Refusal?.Code);
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task While_the_clocks_stand_still_no_order_waits_and_afterwards_it_does_again()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OverdueAsync(bureau);
        Assert.Single(await OpenAsync(bureau, Principal));
        var paper = await bureau.PictureAsync(story.Id, "俞敏", story.On(6, 19).Now);
        Assert.Null((await story.TryAsync("俞敏", new PauseClock("等批复", "区府办函") { PaperId = paper }, new DateOnly(2025, 6, 17))).Refusal);
        Assert.Empty(await OpenAsync(bureau, Principal));
        Assert.Empty((await story.FileAsync()).OpenOrders);

        // Resumed on the day it was stopped, nothing was won by it.
        Assert.Null((await story.TryAsync("俞敏", new ResumeClock(""), new DateOnly(2025, 6, 17))).Refusal);
        Assert.Single(await OpenAsync(bureau, Principal));
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task What_the_leader_writes_reaches_the_handler_his_head_and_his_deputy()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OverdueAsync(bureau);
        var order = Assert.Single(await OpenAsync(bureau, Principal));
        await story.On(6, 19).DoAsync(Principal, new DirectSupervision(order.Id, $" {Word} ", new DateOnly(2025, 6, 25)));

        Assert.Empty(await OpenAsync(bureau, Principal));
        var kept = await bureau.ReadAsync(db => db.SupervisionOrders.AsNoTracking().SingleAsync());
        Assert.Equal((Word, new DateOnly(2025, 6, 19), bureau.Id(Principal), new DateOnly(2025, 6, 25)), (kept.Direction, kept.DirectedOn, kept.DirectedById, kept.AnswerBy));
        foreach (var told in new[] { "郑宁", "王海涛", "方晓岚" })
        {
            var row = (await NoticesAsync(bureau, told))[0];
            Assert.Equal((NoticeKind.Directed, Word, bureau.Id(Principal), new DateOnly(2025, 6, 25)), (row.Notice.Kind, row.Text, row.ById, row.AnswerBy));
            Assert.True(await RingsAsync(bureau, told, story.Now));
        }

        Assert.DoesNotContain(await NoticesAsync(bureau, "许婧"), row => row.Notice.Kind == NoticeKind.Directed);
        Assert.Equal("supervision.directed", (await story.TryAsync(Principal, new DirectSupervision(order.Id, Word))).Refusal?.Code);
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task The_office_enters_what_the_leader_wrote_on_paper()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OverdueAsync(bureau);
        var order = Assert.Single(await OpenAsync(bureau, Principal));
        story.On(6, 20);
        Assert.Equal("act.not-entitled", (await story.TryAsync("许婧", new DirectSupervision(order.Id, Word))).Refusal?.Code);
        await story.DoAsync("许婧", new DirectSupervision(order.Id, Word), new DateOnly(2025, 6, 19), Principal);
        var kept = await bureau.ReadAsync(db => db.SupervisionOrders.AsNoTracking().SingleAsync());
        Assert.Equal((new DateOnly(2025, 6, 19), bureau.Id(Principal)), (kept.DirectedOn, kept.DirectedById));
    }

    [Theory]
    [InlineData("方晓岚")]
    [InlineData("王海涛")]
    [InlineData("郑宁")]
    public async Task Nobody_else_directs_the_leaders_order(string who)
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OverdueAsync(bureau);
        var order = Assert.Single(await OpenAsync(bureau, Principal));
        Assert.Equal("act.not-entitled", (await story.On(6, 19).TryAsync(who, new DirectSupervision(order.Id, Word))).Refusal?.Code);
    }

    [Fact]
    public async Task What_is_missing_or_belongs_elsewhere_is_refused_by_name()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OverdueAsync(bureau);
        var order = Assert.Single(await OpenAsync(bureau, Principal));
        story.On(6, 19);
        Assert.Equal("act.missing", (await story.TryAsync(Principal, new DirectSupervision(order.Id, " "))).Refusal?.Code);
        Assert.Equal("act.too-long", (await story.TryAsync(Principal, new DirectSupervision(order.Id, new string('办', 3000)))).Refusal?.Code);
        Assert.Equal("supervision.no-such-order", (await story.TryAsync(Principal, new DirectSupervision(Guid.Empty, Word))).Refusal?.Code);
        Assert.Equal("supervision.answer-too-early", (await story.TryAsync(Principal, new DirectSupervision(order.Id, Word, new DateOnly(2025, 6, 18)))).Refusal?.Code);
        Assert.Equal("supervision.answer-too-early", (await story.TryAsync(Principal, new DirectSupervision(order.Id, Word, new DateOnly(2525, 6, 18)))).Refusal?.Code);
        Assert.Equal("act.before-its-cause", (await story.TryAsync(Principal, new DirectSupervision(order.Id, Word), new DateOnly(2025, 6, 17))).Refusal?.Code);

        var other = await Stages.AtAsync(bureau, Stage.Accepted, "259");
        Assert.Equal("supervision.no-such-order", (await other.On(6, 19).TryAsync(Principal, new DirectSupervision(order.Id, Word))).Refusal?.Code);
    }

    [Fact]
    public async Task An_order_is_directed_while_a_return_is_being_decided()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await OverdueAsync(bureau);
        var order = Assert.Single(await OpenAsync(bureau, Principal));
        await story.On(6, 19).DoAsync("许婧", Stages.Return(bureau, Principal));
        await story.DoAsync(Principal, new DirectSupervision(order.Id, Word));
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task An_office_without_handler_and_head_is_told_itself()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await SweepAsync(bureau, new DateOnly(2025, 6, 18));
        var order = (await OpenAsync(bureau, Principal)).Single(known => known.Kind == DeadlineKind.Reply);
        await story.On(6, 19).DoAsync(Principal, new DirectSupervision(order.Id, Word));
        Assert.Contains(await NoticesAsync(bureau, "许婧"), row => row.Notice.Kind == NoticeKind.Directed);
    }

    /// <summary>In the handler's hands, and a day late.</summary>
    internal static async Task<CaseDriver> OverdueAsync(Bureau bureau)
    {
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        foreach (var day in new[] { new DateOnly(2025, 6, 3), new DateOnly(2025, 6, 10), new DateOnly(2025, 6, 18) })
            await SweepAsync(bureau, day);
        return story;
    }

    internal static Task SweepAsync(Bureau bureau, DateOnly day) =>
        bureau.WithAsync<RungSweep, RungSweepResult>(sweep => sweep.RunAsync(OfficeClock.At(day, new TimeOnly(9, 0)), TestContext.Current.CancellationToken));

    internal static async Task<IReadOnlyList<NoticeRow>> NoticesAsync(Bureau bureau, string who) =>
        (await bureau.WithAsync<NoticeQuery, NoticePage>(query => query.PageAsync(bureau.SeesAs(who), null, 50, TestContext.Current.CancellationToken))).Rows;

    private static Task<IReadOnlyList<OpenOrder>> OpenAsync(Bureau bureau, string leader) =>
        bureau.WithAsync<OrderQuery, IReadOnlyList<OpenOrder>>(async query =>
        {
            var rows = await query.OpenAsync(bureau.SeesAs(leader), TestContext.Current.CancellationToken);
            Assert.Equal(rows.Count, await query.CountAsync(bureau.SeesAs(leader), TestContext.Current.CancellationToken));
            return rows;
        });

    private static Task<bool> RingsAsync(Bureau bureau, string who, DateTimeOffset at)
    {
        var ring = OutboxMessage.Inbox(bureau.Id(who), Duty.None, at).Text;
        return bureau.ReadAsync(db => db.Outbox.AnyAsync(message => message.Text == ring && message.CreatedAt == at));
    }
}
