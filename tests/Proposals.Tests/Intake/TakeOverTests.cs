using Microsoft.EntityFrameworkCore;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.Handling;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Intake;

public sealed class TakeOverTests
{
    private static readonly (string, string)[] Handled = [("签收日期", "2025-03-18"), ("科室", "旅游科"), ("分管领导", "方晓岚"), ("经办人", "郑宁"), ("分办日期", "2025-03-24")];
    private static readonly (string, string)[] Met = [.. Handled, ("第一次面商", "2025-03-28 走访"), ("第二次面商", "4月16日（座谈，方晓岚）")];
    private static readonly (string, string)[] Signed = [.. Met, ("送审日期", "2025-05-20"), ("签发日期", "2025-05-28"), ("签发人", "方晓岚"), ("类别", "A"), ("发文字号", "云经旅提〔2025〕7号")];
    private static readonly (string, string)[] Delivered = [.. Signed, ("送达日期", "2025-06-05 上门")];
    private static readonly (string, string)[] Archived = [.. Delivered, ("满意度", "满意"), ("反馈日期", "2025-06-12"), ("归档日期", "2025-06-16")];

    [Fact]
    public async Task A_ledger_in_every_state_becomes_cases_at_the_steps_they_have_reached()
    {
        await using var bureau = await Bureau.OpenAsync();
        var table = new LedgerTable(bureau)
            .Row("1")
            .Row("2", ("签收日期", "2025-03-18"))
            .Row("3", ("科室", "旅游科"), ("分管领导", "方晓岚"), ("分办日期", "2025-03-24"))
            .Row("4", Handled)
            .Row("5", [.. Met, ("送审日期", "2025-05-20"), ("类别", "A")])
            .Row("6", [.. Signed, ("发文字号", "云经旅提〔2025〕6号")])
            .Row("7", Delivered)
            .Row("8", [.. Delivered, ("发文字号", "〔2025〕8号"), ("满意度", "不满意"), ("反馈日期", "2025-06-12")])
            .Row("9", [.. Delivered, ("发文字号", "〔2025〕9号"), ("满意度", "不满意"), ("反馈日期", "2025-06-10"), ("重新交办日期", "2025-06-16")])
            .Row("10", [.. Delivered, ("发文字号", "〔2025〕10号"), ("类别", "B"), ("满意度", "基本满意"), ("反馈日期", "2025-06-12"), ("承诺事项", "建立联系制度（2025-06-30前，已于2025-06-10兑现）\n设专线电话（2025年9月底前）")])
            .Row("11", [.. Archived, ("发文字号", "〔2025〕11号")])
            .Row("12", ("我局角色", "会办"), ("其他单位", "区住建局"), ("科室", "旅游科"), ("经办人", "郑宁"), ("分办日期", "2025-03-24"), ("送审日期", "2025-04-01"), ("签发日期", "2025-04-08"), ("发文字号", "〔2025〕1号会"), ("送达日期", "2025-04-10"))
            .Row("13", ("退办/撤案", "退办 2025-03-28 区城管局"))
            .Row("14", ("退办/撤案", "撤案 2025-04-02"))
            .Row("15", [.. Signed, ("发文字号", "〔2025〕15号"), ("重点", "是"), ("签发人", "沈立群")]);
        CaseState[] states =
        [
            CaseState.PendingReceipt, CaseState.Received, CaseState.Allocated, CaseState.InHandling, CaseState.InReview, CaseState.Issued, CaseState.AwaitingFeedback, CaseState.AwaitingFeedback, CaseState.Rehandling,
            CaseState.FollowUp, CaseState.Archived, CaseState.OpinionSent, CaseState.Returned, CaseState.Withdrawn, CaseState.Issued,
        ];

        var preview = await table.PreviewAsync();
        Assert.Equal("", LedgerTable.Words(preview));
        Assert.Equal(states, preview.Rows.Select(row => row.State ?? default));
        Assert.Equal(0, await bureau.ReadAsync(db => db.Cases.CountAsync()));
        Assert.Equal(0, await bureau.ReadAsync(db => db.WorkflowInstances.CountAsync()));

        var taken = await table.TakeAsync();
        Assert.Equal("", LedgerTable.Words(taken));
        var cases = await bureau.ReadAsync(db => db.Cases.AsNoTracking().ToListAsync());
        Assert.Equal(states, cases.OrderBy(subject => int.Parse(subject.CaseNumber, null)).Select(subject => subject.State));
        Assert.All(cases, subject => Assert.Equal(OfficeClock.Day(LedgerTable.Now), subject.TakenOverOn));
        Assert.All(cases, subject => Assert.Equal(1, subject.Revision));
        Assert.Equal(preview.Rows.Select(row => row.DueOn), taken.Rows.Select(row => cases.Single(subject => subject.Id == row.CaseId).DueOn));
        await NextStepsAsync(bureau, cases);

        // The reply of the first ones was due on 17 June: red at once, because nobody replied.
        Assert.Equal(Light.Red, cases.Single(subject => subject.CaseNumber == "4").LightOn(OfficeClock.Day(LedgerTable.Now)));
        Assert.Equal(2, cases.Single(subject => subject.CaseNumber == "7").ValidConsultations);
        Assert.Equal(1, cases.Single(subject => subject.CaseNumber == "10").OpenCommitments);
        foreach (var subject in cases)
            Assert.Null(await bureau.WithAsync<Proposals.Audit.AuditBook, int?>(book => book.FirstBadAsync(Proposals.Acts.CaseActs.SubjectOf(subject.Id), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_same_ledger_once_more_adds_nothing_and_says_so()
    {
        await using var bureau = await Bureau.OpenAsync();
        var table = new LedgerTable(bureau).Row("21", Archived).Row("22", Handled);
        Assert.Equal(2, (await table.TakeAsync()).Good.Count());

        var preview = await table.PreviewAsync();
        Assert.Equal((0, 2), (preview.Good.Count(), preview.Known));
        var again = await table.TakeAsync();
        Assert.Equal((0, 2), (again.Good.Count(), again.Known));
        Assert.Equal(2, await bureau.ReadAsync(db => db.Cases.CountAsync()));
        Assert.Equal(2, await bureau.ReadAsync(db => db.Consultations.CountAsync()));
    }

    [Fact]
    public async Task The_same_confirmation_sent_twice_is_one_take_over()
    {
        await using var bureau = await Bureau.OpenAsync();
        var table = new LedgerTable(bureau).Row("31", Handled);
        var key = Guid.NewGuid();
        var first = await table.TakeAsync(key);
        var second = await table.TakeAsync(key);
        Assert.Equal(first.Rows[0].CaseId, second.Rows[0].CaseId);
        Assert.Equal(1, await bureau.ReadAsync(db => db.Cases.CountAsync()));
    }

    [Fact]
    public async Task Rows_that_contradict_themselves_are_named_by_row_and_column_and_leave_nothing_behind()
    {
        await using var bureau = await Bureau.OpenAsync();
        var table = new LedgerTable(bureau)
            .Row("41", [.. Signed, ("签发日期", "2025-05-10")])
            .Row("42", [.. Handled, ("送达日期", "2025-06-05")])
            .Row("43", [.. Handled, ("经办人", "查无此人")])
            .Row("44", [.. Handled, ("分办日期", "2025-03-10")])
            .Row("45", [.. Delivered, ("送达日期", "2025-09-01")])
            .Row("46", [.. Delivered, ("类别", "B")])
            .Row("47", [.. Delivered, ("第二次面商", "")])
            .Row("48", [.. Delivered, ("满意度", "还行")])
            .Row("49", Handled);

        var taken = await table.TakeAsync();
        Assert.Equal(
            """
            2 签发日期 act.before-its-cause(2025-05-10, 2025-05-20)
            3 送达日期 ledger.needs(DeliveredOn, ResultClass)
            4 经办人 ledger.unknown-person(查无此人)
            5 分办日期 act.before-its-cause(2025-03-10, 2025-03-17)
            6 送达日期 act.in-the-future(2025-09-01)
            7 送审日期 reply.commitments-missing(B)
            8 送审日期 consultation.lacking(SubmitReply, 1, 2)
            9 满意度 ledger.unknown-rating(还行)
            """, LedgerTable.Words(taken), ignoreLineEndingDifferences: true);
        Assert.Equal(["49"], await bureau.ReadAsync(db => db.Cases.Select(subject => subject.CaseNumber).ToListAsync()));
    }

    [Fact]
    public async Task What_is_not_written_is_assumed_aloud_and_an_exception_has_its_reason()
    {
        await using var bureau = await Bureau.OpenAsync();
        var reading = await new LedgerTable(bureau)
            .Row("51", ("科室", "旅游科"), ("经办人", "郑宁"), ("第一次面商", "2025-04-01"))
            .Row("52", [.. Delivered, ("第二次面商", ""), ("例外放行", "代表长期在外")])
            .TakeAsync();

        Assert.Equal("", LedgerTable.Words(reading));
        Assert.Equal(["ledger.kind-assumed(2025-04-01, Visit)", "ledger.day-assumed(ReceivedOn, 2025-03-17)", "ledger.day-assumed(AllocatedOn, 2025-03-17)"], reading.Rows[0].Notes.Select(LedgerTable.Words));
        Assert.True(await bureau.ReadAsync(db => db.Cases.Where(subject => subject.CaseNumber == "52").Select(subject => subject.HasOverride).SingleAsync()));
    }

    [Fact]
    public async Task Proof_may_lack_only_for_what_happened_before_the_case_was_taken_over()
    {
        await using var bureau = await Bureau.OpenAsync();
        var reading = await new LedgerTable(bureau).Row("61", Handled).TakeAsync();
        var id = reading.Rows[0].CaseId ?? default;
        var proposer = await bureau.ReadAsync(db => db.Cases.Where(subject => subject.Id == id).SelectMany(subject => subject.Proposers).Select(known => known.Id).SingleAsync());
        var visit = new RecordConsultation(ContactKind.Visit, "补记") { ProposersPresent = [proposer] };

        async Task<string?> TryAsync(Proposals.Acts.CaseAct act, CaseId subject, DateOnly on, int revision) => (await bureau.RunAsync(subject,
            new Proposals.Acts.ActRequest(bureau.Id("许婧"), Guid.NewGuid(), revision, new Proposals.Acts.ActLine(act) { OccurredOn = on }), LedgerTable.Now.AddDays(10))).Refusal?.Code;

        Assert.Equal("consultation.proof-missing", await TryAsync(visit, id, new DateOnly(2025, 6, 21), 1));
        Assert.Null(await TryAsync(visit, id, new DateOnly(2025, 6, 20), 1));
        Assert.True(await bureau.ReadAsync(db => db.Consultations.Select(held => held.IsTakenOver).SingleAsync()));

        var ordinary = await (await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("62", new DateOnly(2025, 3, 17)))).AcceptedAsync();
        Assert.Equal("consultation.proof-missing", (await ordinary.TryAsync("郑宁", new RecordConsultation(ContactKind.Visit, "意见"))).Refusal?.Code);
        await ordinary.MeetAsync(ContactKind.Visit, 3, 28);
        await ordinary.MeetAsync(ContactKind.Symposium, 4, 16);
        await ordinary.CheckedAsync(5, 20);
        await ordinary.DeliveredAsync(6, 5);
        Assert.Equal("feedback.scan-missing", (await ordinary.On(6, 12).TryAsync("许婧", new RecordFeedback(ordinary.LeadProposer, Rating.Satisfied, Rating.Satisfied, null))).Refusal?.Code);
    }

    [Fact]
    public async Task Who_may_not_register_takes_nothing_over()
    {
        await using var bureau = await Bureau.OpenAsync();
        var reading = Proposals.Intake.Lists.ListFile.ReadPasted(new LedgerTable(bureau).Row("71", Handled).Text);
        var told = await bureau.WithAsync<Proposals.Intake.TakeOver.LedgerTakeOver, Proposals.Intake.TakeOver.LedgerReading>(ledger =>
            ledger.TakeAsync(reading.Sheets[0], new Proposals.Intake.TakeOver.LedgerQuestion(bureau.Id("郑宁"), 2025, ""), Guid.NewGuid(), LedgerTable.Now, TestContext.Current.CancellationToken));
        Assert.Equal("act.not-entitled", told.Rows[0].Problems[0].Reason.Code);
        Assert.Equal(0, await bureau.ReadAsync(db => db.Cases.CountAsync()));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; DROP TABLE cases; --")]
    [InlineData("2025-13-45")]
    [InlineData("9999999999999999999999")]
    [InlineData("已于兑现（（（）））；；；（2025年99月底前）")]
    [InlineData("\u202E\u0007")]
    public async Task No_cell_can_break_the_reading(string cell)
    {
        await using var bureau = await Bureau.OpenAsync();
        var table = new LedgerTable(bureau);
        foreach (var heading in new[] { "案由", "提案人", "签收日期", "科室", "经办人", "第一次面商", "类别", "发文字号", "送达日期", "满意度", "承诺事项", "退办/撤案", "我局角色", "其他单位", "届次", "案号" })
            table.Row($"{heading.GetHashCode(StringComparison.Ordinal)}", (heading, cell + new string('长', 300)), ("分办日期", cell));
        var reading = await table.TakeAsync();
        Assert.Equal(16, reading.Rows.Count);
        Assert.True(reading.Bad > 0);
    }

    /// <summary>The workflow waits where the facts say.</summary>
    private static async Task NextStepsAsync(Bureau bureau, IReadOnlyList<ProposalCase> cases)
    {
        var waiting = await bureau.ReadAsync(db => db.Steps.Where(step => step.State == Proposals.Inbox.StepState.Waiting).Select(step => new { step.CaseId, step.ActivityType }).ToListAsync());
        string Of(string number) => string.Join(' ', waiting.Where(step => step.CaseId == cases.Single(subject => subject.CaseNumber == number).Id).Select(step => step.ActivityType["Proposals.".Length..]));
        Assert.Equal("Receive", Of("1"));
        Assert.Equal("ProposeAllocation", Of("2"));
        Assert.Equal("AcceptAndName", Of("3"));
        Assert.Equal("RecordConsultation", Of("4"));
        Assert.Equal("ReviewByHead", Of("5"));
        Assert.Equal("Deliver", Of("6"));
        Assert.Equal("CollectFeedback", Of("7"));
        Assert.Equal("StartRehandling", Of("8"));
        Assert.Equal("FollowUp", Of("10"));
        Assert.Equal("", Of("11"));
        Assert.Equal("", Of("13"));
    }
}
