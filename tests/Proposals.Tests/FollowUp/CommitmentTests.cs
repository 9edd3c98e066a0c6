using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Reply;
using Proposals.Statistics;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.FollowUp;

public sealed class CommitmentTests
{
    [Fact]
    public async Task Nobody_promises_a_day_that_has_passed()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Symposium, 4, 16);
        story.On(5, 15);

        var refused = await story.TryAsync("郑宁", CaseDriver.Draft("B") with { Commitments = [new Promise("更新标识", new DateOnly(2025, 5, 14))] });

        Assert.Equal(("reply.promise-in-the-past", new DateOnly(2025, 5, 14)), (refused.Refusal?.Code, refused.Refusal?.Arguments[1]));
    }

    [Fact]
    public async Task A_reply_of_class_B_names_its_promises()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await BeginAsync(bureau);

        Assert.Equal("reply.commitments-missing", (await story.TryAsync("郑宁", CaseDriver.Draft("B"))).Refusal?.Code);
    }

    [Fact]
    public async Task The_case_closes_when_the_last_promise_is_kept_and_shines_red_while_one_is_late()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await BeginAsync(bureau);
        await story.DoAsync("郑宁", CaseDriver.Draft("B") with { Commitments = [new Promise("更新标识", new DateOnly(2025, 7, 31)), new Promise("开通夜游", new DateOnly(2025, 12, 31))] });
        await story.DoAsync("王海涛", new ReviewByHead(true));
        await story.DoAsync("俞敏", new ReviewByOffice(true));
        await story.DeliveredAsync(6, 5);
        await story.AnsweredAsync(6, 12, Rating.Satisfied, Rating.Satisfied);

        var open = await story.CaseAsync();
        Assert.Equal((CaseState.FollowUp, 2), (open.State, open.OpenCommitments));
        Assert.Equal(Light.Green, open.LightOn(new DateOnly(2025, 7, 1)));
        Assert.Equal(Light.Yellow, open.LightOn(new DateOnly(2025, 7, 31)));
        Assert.Equal(Light.Red, open.LightOn(new DateOnly(2025, 8, 1)));

        var promises = (await story.FileAsync()).Commitments;
        await story.On(8, 4).DoAsync("郑宁", new RecordProgress(promises[0].Id, CommitmentState.Kept, "标识全部更新") { ProofId = await bureau.PictureAsync(story.Id, "郑宁", story.Now) });
        Assert.Equal((CaseState.FollowUp, 2), ((await story.CaseAsync()).State, (await story.CaseAsync()).OpenCommitments));
        await story.DoAsync("许婧", new ClearCommitment(promises[0].Id, "现场查看属实"));
        Assert.Equal((CaseState.FollowUp, 1), ((await story.CaseAsync()).State, (await story.CaseAsync()).OpenCommitments));
        Assert.Equal(Light.Green, (await story.CaseAsync()).LightOn(new DateOnly(2025, 8, 4)));
        await story.On(9, 1).DoAsync("郑宁", new RecordProgress(promises[1].Id, CommitmentState.Kept, "夜游已开通"));
        await story.DoAsync("许婧", new ClearCommitment(promises[1].Id, "试乘核实") { ProofId = await bureau.PictureAsync(story.Id, "许婧", story.Now) });

        Assert.Equal(CaseState.Closed, (await story.CaseAsync()).State);
        Assert.Equal(["办结归档"], await story.WaitsForAsync());
        await story.ArchivedAsync();
        Assert.Equal(Light.Off, (await story.CaseAsync()).LightOn(new DateOnly(2025, 9, 1)));
    }

    [Fact]
    public async Task What_is_reported_kept_counts_only_once_the_office_has_looked()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, promise) = await PromisedAsync(bureau);
        var today = new DateOnly(2025, 8, 20);
        story.On(7, 30);
        Assert.Equal("follow-up.not-reported", (await story.TryAsync("许婧", new ClearCommitment(promise, "属实"))).Refusal?.Code);
        await story.DoAsync("郑宁", new RecordProgress(promise, CommitmentState.Kept, "标识全部更新"));
        Assert.Equal("follow-up.already-reported", (await story.TryAsync("郑宁", new RecordProgress(promise, CommitmentState.InProgress, "再补一句"))).Refusal?.Code);
        Assert.Equal("follow-up.proof-missing", (await story.TryAsync("许婧", new ClearCommitment(promise, "属实"))).Refusal?.Code);
        foreach (var who in new[] { "郑宁", "王海涛", "方晓岚", "杜青", "周一鸣" })
        {
            Assert.Equal("act.not-entitled", (await story.TryAsync(who, new ClearCommitment(promise, "属实"))).Refusal?.Code);
            Assert.Equal("act.not-entitled", (await story.TryAsync(who, new SendBackCommitment(promise, "未见", "补做"))).Refusal?.Code);
        }

        Assert.Equal(("0/1（0.0%）", 1, 0), (await KeptAsync(bureau, today), await CountAsync(bureau, CommitmentStage.Reported, today), await CountAsync(bureau, CommitmentStage.Overdue, today)));
        await story.On(8, 6).DoAsync("许婧", new SendBackCommitment(promise, "还有两处没有更新", "8月底前补齐"));
        Assert.Equal((0, 1), (await CountAsync(bureau, CommitmentStage.Reported, today), await CountAsync(bureau, CommitmentStage.Overdue, today)));
        Assert.Equal(Light.Red, (await story.CaseAsync()).LightOn(today));
        Assert.Equal(1, await CountAsync(bureau, CommitmentStage.Open, today, Light.Red));

        await story.On(8, 18).DoAsync("郑宁", new RecordProgress(promise, CommitmentState.Kept, "已补齐") { ProofId = await bureau.PictureAsync(story.Id, "郑宁", story.Now) });
        await story.On(8, 19).DoAsync("俞敏", new ClearCommitment(promise, "逐处核对"));
        Assert.Equal(("1/1（100.0%）", 1), (await KeptAsync(bureau, today), await CountAsync(bureau, CommitmentStage.Cleared, today, Light.Off)));
        var cleared = Assert.Single((await story.FileAsync()).Commitments);
        Assert.Equal((new DateOnly(2025, 8, 18), new DateOnly(2025, 8, 19), bureau.Id("俞敏")), (cleared.ReportedOn, cleared.ClearedOn, cleared.ClearedById));
        Assert.Equal(CaseState.Closed, (await story.CaseAsync()).State);
        await Audit.Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task A_promise_that_cannot_be_kept_is_explained_to_the_proposer_with_its_day()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, promise) = await PromisedAsync(bureau);
        story.On(8, 4);
        Assert.Equal("act.missing", (await story.TryAsync("郑宁", new RecordProgress(promise, CommitmentState.Failed, "用地未批"))).Refusal?.Code);
        Assert.Equal("act.in-the-future", (await story.TryAsync("郑宁", new RecordProgress(promise, CommitmentState.Failed, "用地未批") { ExplainedOn = new DateOnly(2025, 8, 5), Explanation = "当面说明" })).Refusal?.Code);
        await story.DoAsync("郑宁", new RecordProgress(promise, CommitmentState.Failed, "用地未批") { ExplainedOn = new DateOnly(2025, 8, 1), Explanation = "当面说明，委员表示理解" });

        var failed = Assert.Single((await story.FileAsync()).Commitments);
        Assert.Equal((CommitmentState.Failed, (DateOnly?)null), (failed.State, failed.ClearedOn));
        Assert.Equal([new DateOnly(2025, 8, 4), new DateOnly(2025, 8, 1)], failed.Progress.Select(line => line.On));
        Assert.Equal(("0/1（0.0%）", CaseState.Closed), (await KeptAsync(bureau, new DateOnly(2025, 8, 20)), (await story.CaseAsync()).State));
    }

    [Fact]
    public async Task B_becomes_A_once_the_proposer_knows_and_the_first_class_stays_what_it_was()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, promise) = await PromisedAsync(bureau);
        story.On(8, 4);
        Assert.Equal("follow-up.second-reply-missing", (await story.TryAsync("俞敏", new UpgradeClass("A"))).Refusal?.Code);
        Assert.Equal("act.not-entitled", (await story.TryAsync("何悦", new RecordSecondReply("已更新", DeliveryWay.HandedOver))).Refusal?.Code);
        await story.DoAsync("郑宁", new RecordSecondReply("所提标识已全部更新。", DeliveryWay.HandedOver) { DocumentNumber = "云经旅提〔2025〕1-1号" });
        Assert.Equal("follow-up.not-all-kept", (await story.TryAsync("俞敏", new UpgradeClass("A"))).Refusal?.Code);
        Assert.Equal("follow-up.no-upgrade", (await story.TryAsync("俞敏", new UpgradeClass("C") { Reason = "无" })).Refusal?.Code);
        foreach (var who in new[] { "郑宁", "王海涛", "许婧", "顾明远", "杜青", "周一鸣" })
            Assert.Equal("act.not-entitled", (await story.TryAsync(who, new UpgradeClass("A"))).Refusal?.Code);

        await story.DoAsync("郑宁", new RecordProgress(promise, CommitmentState.Kept, "全部更新") { ProofId = await bureau.PictureAsync(story.Id, "郑宁", story.Now) });
        await story.DoAsync("许婧", new ClearCommitment(promise, "属实"));
        Assert.Equal("0/1（0.0%）", (await FiguresAsync(bureau, story.Today)).Resolved.ToString());
        await story.DoAsync("俞敏", new UpgradeClass("A"));

        var file = await story.FileAsync();
        Assert.Equal(("A", "B"), (file.Case.ResultClass, file.Case.FirstResultClass));
        Assert.Equal(("B", "A", Assert.Single(file.SecondReplies).Id), (file.ClassChanges[0].Before, file.ClassChanges[0].After, file.ClassChanges[0].SecondReplyId));
        Assert.Equal("1/1（100.0%）", (await FiguresAsync(bureau, story.Today)).Resolved.ToString());
        Assert.Equal("follow-up.no-upgrade", (await story.TryAsync("俞敏", new UpgradeClass("A"))).Refusal?.Code);
    }

    [Fact]
    public async Task The_list_of_promises_pages_without_losing_or_repeating_one()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, first) = await PromisedAsync(bureau, [.. Enumerable.Range(1, 7).Select(number => new Promise($"承诺{number}", new DateOnly(2025, 7, 31 - (number / 2))))]);
        await story.DoAsync("郑宁", new RecordProgress(first, CommitmentState.Failed, "场地未批") { ExplainedOn = story.Today, Explanation = "当面说明" });
        var seen = new List<string>();
        CommitmentCursor? after = null;
        do
        {
            var page = await bureau.WithAsync<CommitmentQuery, CommitmentPage>(query =>
                query.PageAsync(bureau.SeesAs("许婧"), new CommitmentFilter { Year = 2025, PageSize = 2, After = after }, new DateOnly(2025, 7, 1), TestContext.Current.CancellationToken));
            seen.AddRange(page.Rows.Select(row => row.Commitment.Text));
            after = CommitmentCursor.Parse(page.Next?.ToString());
        }
        while (after is not null);

        Assert.Equal(7, seen.Count);
        Assert.Equal(7, seen.Distinct().Count());
        Assert.Equal(("承诺6", "承诺1"), (seen[0], seen[^1]));
        Assert.Equal(0, await CountAsync(bureau, CommitmentStage.Open, new DateOnly(2025, 7, 1), seesAs: "何悦"));
    }

    private static async Task<(CaseDriver Story, CommitmentId Promise)> PromisedAsync(Bureau bureau, params IReadOnlyList<Promise> promises)
    {
        var story = await BeginAsync(bureau);
        await story.DoAsync("郑宁", CaseDriver.Draft("B") with { Commitments = promises.Count > 0 ? promises : [new Promise("更新标识", new DateOnly(2025, 7, 31))] });
        await story.DoAsync("王海涛", new ReviewByHead(true));
        await story.DoAsync("俞敏", new ReviewByOffice(true));
        await story.DeliveredAsync(6, 5);
        await story.AnsweredAsync(6, 12, Rating.Satisfied, Rating.Satisfied);
        return (story, (await story.FileAsync()).Commitments[0].Id);
    }

    private static async Task<string> KeptAsync(Bureau bureau, DateOnly today) => (await FiguresAsync(bureau, today)).CommitmentsKept.ToString();

    private static Task<Figures> FiguresAsync(Bureau bureau, DateOnly today) =>
        bureau.WithAsync<FigureQuery, Figures>(query => query.OfYearAsync(bureau.SeesAs("杜青"), 2025, today, TestContext.Current.CancellationToken));

    private static Task<int> CountAsync(Bureau bureau, CommitmentStage stage, DateOnly today, Light? light = null, string seesAs = "许婧") =>
        bureau.WithAsync<CommitmentQuery, int>(query => query.CountAsync(bureau.SeesAs(seesAs), new CommitmentFilter { Stage = stage, Light = light }, today, TestContext.Current.CancellationToken));

    private static async Task<CaseDriver> BeginAsync(Bureau bureau)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        return story.On(5, 15);
    }
}
