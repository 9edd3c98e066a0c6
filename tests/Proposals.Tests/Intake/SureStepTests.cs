using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Consultation;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Intake.Lists;
using Proposals.Intake.TakeOver;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Intake;

/// <summary>Rows of which only a part is sure, and rows whose item a list registered first.</summary>
public sealed class SureStepTests
{
    private static readonly (string, string)[] Handled = [("签收日期", "3.18"), ("科室", "旅游科"), ("分管领导", "方晓岚"), ("经办人", "郑宁"), ("分办日期", "2025-03-24")];
    private static readonly (string, string)[] Delivered =
    [
        .. Handled, ("第一次面商", "3.28 走访"), ("第二次面商", "4.16（座谈，方晓岚）"), ("送审日期", "5.20"), ("签发日期", "2025-05-28"), ("签发人", "方晓岚"), ("类别", "A"), ("发文字号", "云经旅提〔2025〕7号"), ("送达日期", "6.5"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_with_a_dot_is_one_of_the_ledgers_year_and_is_said_aloud()
    {
        await using var bureau = await Bureau.OpenAsync();
        var reading = await new LedgerTable(bureau).Row("81", [("交办日期", "3.17"), .. Delivered]).TakeAsync();
        Assert.Equal("", LedgerTable.Words(reading));
        Assert.Contains("ledger.day-read(3.18, 2025-03-18)", reading.Rows[0].Notes.Select(LedgerTable.Words));
        var known = await bureau.ReadAsync(db => db.Cases.SingleAsync(Cancel));
        Assert.Equal((new DateOnly(2025, 3, 17), new DateOnly(2025, 3, 18), CaseState.AwaitingFeedback), (known.AssignedOn, known.ReceivedOn ?? default, known.State));
        Assert.Equal([new DateOnly(2025, 3, 28), new DateOnly(2025, 4, 16)], await bureau.ReadAsync(db => db.Consultations.Select(held => held.HeldOn).Order().ToListAsync(Cancel)));
    }

    [Fact]
    public async Task A_contact_without_a_day_is_left_out_and_the_row_is_taken()
    {
        await using var bureau = await Bureau.OpenAsync();
        var reading = await new LedgerTable(bureau).Row("82", [.. Handled, ("第一次面商", "电话联系")]).TakeAsync();
        Assert.True(reading.Rows[0].IsGood);
        Assert.Contains("ledger.meeting-left-out(电话联系)", reading.Rows[0].Notes.Select(LedgerTable.Words));
        Assert.False(await bureau.ReadAsync(db => db.Consultations.AnyAsync(Cancel)));
    }

    [Fact]
    public async Task A_row_that_is_unsure_is_offered_up_to_its_last_sure_step_and_taken_so_only_when_asked()
    {
        await using var bureau = await Bureau.OpenAsync();
        LedgerTable Table(params int[] asked) => new LedgerTable(bureau) { AsFarAsSure = asked.ToHashSet() }
            .Row("91", [.. Delivered, ("满意度", "满意")])
            .Row("92", [.. Delivered, ("发文字号", "〔2025〕92号"), ("第二次面商", "")])
            .Row("93", [.. Handled, ("经办人", "查无此人"), ("第一次面商", "3.28 走访")])
            .Row("94", [.. Handled, ("签收日期", "2025-13-45")])
            .Row("95", ("案由", ""))
            .Row("96", ("分办日期", "2025-13-45"), ("退办/撤案", "撤案 2025-04-02"));

        var preview = await Table().PreviewAsync();
        Assert.Equal(
            """
            2 满意度 ledger.needs(Result, FeedbackOn)
            3 送审日期 consultation.lacking(SubmitReply, 1, 2)
            4 经办人 ledger.unknown-person(查无此人)
            5 签收日期 list.bad-date(2025-13-45)
            6 案由 act.missing(FieldName { Code = Subject })
            7 分办日期 list.bad-date(2025-13-45)
            """, LedgerTable.Words(preview), ignoreLineEndingDifferences: true);
        Assert.Equal([CaseState.AwaitingFeedback, CaseState.InHandling, CaseState.Allocated, CaseState.PendingReceipt, null, null], preview.Rows.Select(row => row.SureState));
        Assert.Equal(["满意度"], preview.Rows[0].LeftOut);
        Assert.Equal(["经办人", "第一次面商"], preview.Rows[2].LeftOut);
        Assert.Equal(0, await bureau.ReadAsync(db => db.Cases.CountAsync(Cancel)));

        Assert.All((await Table().TakeAsync()).Rows, row => Assert.Null(row.CaseId));
        var taken = await Table(2, 3, 4, 6).TakeAsync();
        Assert.Equal([true, true, true, false, false, false], taken.Rows.Select(row => row.CaseId is not null));
        Assert.Equal(["ledger.left-out(满意度)", "ledger.needs(Result, FeedbackOn)"], taken.Rows[0].WhyPart.Select(LedgerTable.Words));
        Assert.Equal([CaseState.AwaitingFeedback, CaseState.InHandling, CaseState.Allocated], await bureau.ReadAsync(db => db.Cases.OrderBy(known => known.CaseNumber).Select(known => known.State).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task A_case_that_a_list_registered_goes_on_from_the_ledger_without_the_papers_of_that_time()
    {
        await using var bureau = await Bureau.OpenAsync();
        var driver = await new CaseDriver(bureau).RegisterAsync(Listed);
        var table = new LedgerTable(bureau).Row("801", [.. Delivered, ("案由", "台账里的另一种写法")]);

        var preview = await table.PreviewAsync();
        Assert.Equal(("", CaseState.AwaitingFeedback), (LedgerTable.Words(preview), preview.Rows[0].State ?? default));
        Assert.Equal(["ledger.joins(2025-03-17)", "ledger.other-subject(关于夜市的提案)"], preview.Rows[0].Notes.Take(2).Select(LedgerTable.Words));
        Assert.Null(await bureau.ReadAsync(db => db.Cases.Select(known => known.TakenOverOn).SingleAsync(Cancel)));

        var key = Guid.NewGuid();
        var taken = await table.TakeAsync(key);
        Assert.Equal(driver.Id, taken.Rows[0].CaseId);
        Assert.Equal(driver.Id, (await table.TakeAsync(key)).Rows[0].CaseId);
        var known = await bureau.ReadAsync(db => db.Cases.Include(subject => subject.Proposers).SingleAsync(Cancel));
        Assert.Equal((CaseState.AwaitingFeedback, "关于夜市的提案", 2, "陈启明"), (known.State, known.Subject, known.ValidConsultations, known.Proposers.Single().Name));
        Assert.Equal(Proposals.Deadlines.OfficeClock.Day(LedgerTable.Now), known.TakenOverOn);
        Assert.Equal(1, (await table.TakeAsync()).Known);
    }

    [Fact]
    public async Task A_row_that_tells_nothing_new_leaves_its_case_alone_and_so_does_a_case_in_work()
    {
        await using var bureau = await Bureau.OpenAsync();
        await new CaseDriver(bureau).RegisterAsync(Listed);
        Assert.Equal("intake.already-registered", (await new LedgerTable(bureau).Row("801").TakeAsync()).Rows[0].AlreadyThere?.Code);
        await new LedgerTable(bureau).Row("801", Handled).TakeAsync();
        Assert.Equal("intake.already-registered", (await new LedgerTable(bureau).Row("801", Delivered).TakeAsync()).Rows[0].AlreadyThere?.Code);
        Assert.Equal(CaseState.InHandling, await bureau.ReadAsync(db => db.Cases.Select(known => known.State).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Only_the_office_takes_a_case_over_and_only_one_that_nobody_works_on()
    {
        await using var bureau = await Bureau.OpenAsync();
        var driver = await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("12", new DateOnly(2025, 3, 17)));
        Assert.Equal("act.not-entitled", (await driver.TryAsync("郑宁", new TakeOverCase())).Refusal?.Code);
        await driver.AcceptedAsync();
        Assert.Equal("act.wrong-state", (await driver.TryAsync("许婧", new TakeOverCase())).Refusal?.Code);
    }

    [Fact]
    public async Task A_column_under_an_unknown_heading_means_what_the_clerk_chooses()
    {
        await using var bureau = await Bureau.OpenAsync();
        var sheet = ListFile.ReadPasted("案号\t届次\t案由\t提案人\t交办日期\t落实科室\t谁办\n1\t区政协十五届四次会议\t关于夜市的提案\t陈启明\t2025-03-17\t旅游科\t郑宁").Sheets[0];
        Task<LedgerReading> ReadAsync(IReadOnlyList<string?>? columns) => bureau.WithAsync<LedgerTakeOver, LedgerReading>(ledger =>
            ledger.PreviewAsync(sheet, new LedgerQuestion(bureau.Id("许婧"), 2025, "区政协提案委") { Columns = columns }, LedgerTable.Now, Cancel));

        var guessed = await ReadAsync(null);
        Assert.Equal(["落实科室", "谁办"], guessed.IgnoredColumns);
        Assert.Equal(CaseState.PendingReceipt, guessed.Rows[0].State);
        var chosen = await ReadAsync([.. guessed.Columns.Take(5).Select(column => column.Meaning), "Department", "Handler"]);
        Assert.Empty(chosen.IgnoredColumns);
        Assert.Equal(CaseState.InHandling, chosen.Rows[0].State);
        Assert.Equal("act.missing", (await ReadAsync(["Nonsense", "99", null])).Rows[0].Problems[0].Reason.Code);
    }

    [Fact]
    public void Every_meaning_that_is_offered_is_understood_and_a_rating_says_two_things()
    {
        Assert.All(LedgerMeanings.All, word => Assert.NotEmpty(LedgerMeanings.Parts(word)));
        Assert.Equal([LedgerField.Attitude, LedgerField.Result], LedgerMeanings.Parts("Attitude+Result"));
        Assert.Empty(LedgerMeanings.Parts("Attitude+Nonsense"));
    }

    private static RegisterCase Listed { get; } = CaseDriver.Registration("801", new DateOnly(2025, 3, 17)) with
    {
        Kind = ItemKind.CppccProposal,
        AssigningBody = "区政协提案委",
        Subject = "关于夜市的提案",
        TermNumber = 15,
        SessionNumber = 4,
        Proposers = [new ProposerEntry("陈启明", ProposerRole.Lead)],
    };
}
