using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Intake.Lists;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Intake.Lists;

/// <summary>From the list to the ledger, through the acts.</summary>
public sealed class ListImportTests
{
    private const string Sender = "区人大常委会代表工委";
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 2, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_good_row_is_registered_by_its_own_act_and_a_second_import_adds_nothing()
    {
        await using var bureau = await Bureau.OpenAsync();
        var list = AnswerableList(12);

        var first = await ConfirmAsync(bureau, list);
        Assert.Equal((12, 0), (first.Registered.Count, first.Refused.Count));
        Assert.Equal(24, await bureau.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == nameof(RegisterCase) || entry.Act == nameof(ReceiveCase), Cancel)));
        Assert.All(await bureau.ReadAsync(db => db.Cases.ToListAsync(Cancel)), known => Assert.Equal(CaseState.Received, known.State));

        var again = await ConfirmAsync(bureau, list);
        Assert.Equal((0, 0), (again.Registered.Count, again.Refused.Count));
        Assert.Equal(12, await bureau.ReadAsync(db => db.Cases.CountAsync(Cancel)));
        var rows = (await PreviewAsync(bureau, list)).Rows;
        Assert.All(rows, row => Assert.Equal((ListVerdict.Registered, "许婧"), (row.Verdict, row.Earlier?.By)));
    }

    [Fact]
    public async Task A_number_that_was_voided_is_free_for_a_list_and_stays_known_once_it_is_registered_anew()
    {
        await using var bureau = await Bureau.OpenAsync();
        var list = AnswerableList(2);
        await ConfirmAsync(bureau, list);
        var mistaken = await bureau.ReadAsync(db => db.Cases.SingleAsync(known => known.CaseNumber == "1", Cancel));
        var voided = await bureau.RunAsync(mistaken.Id, new ActRequest(bureau.Id("俞敏"), Guid.NewGuid(), mistaken.Revision, new ActLine(new Proposals.Assignment.VoidCase("误登"))), Now);
        Assert.Null(voided.Refusal);

        Assert.Single((await ConfirmAsync(bureau, list)).Registered);
        Assert.All((await PreviewAsync(bureau, list)).Rows, row => Assert.Equal(ListVerdict.Registered, row.Verdict));
        Assert.Equal(3, await bureau.ReadAsync(db => db.Cases.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_row_whose_earlier_case_got_another_number_since_is_registered_by_the_next_import()
    {
        await using var bureau = await Bureau.OpenAsync();
        var list = AnswerableList(1);
        var (preview, key) = (await PreviewAsync(bureau, list), Guid.NewGuid());
        var first = await ConfirmAsync(bureau, preview, "许婧", key);
        Assert.Empty((await ConfirmAsync(bureau, preview, "许婧", key)).Registered);
        Assert.True((await bureau.RunAsync(first.Registered[0], new ActRequest(bureau.Id("许婧"), Guid.NewGuid(), 1, new ActLine(new CorrectRegistration("登错了") { CaseNumber = "21" })), Now)).IsDone);

        Assert.Equal(ListVerdict.New, (await PreviewAsync(bureau, list)).Rows[0].Verdict);
        Assert.Single((await ConfirmAsync(bureau, list)).Registered);
        Assert.Equal(["1", "21"], await bureau.ReadAsync(db => db.Cases.Select(known => known.CaseNumber).Order().ToListAsync(Cancel)));
    }

    [Fact]
    public async Task Two_clerks_who_confirm_the_same_list_at_once_register_each_row_once()
    {
        await using var bureau = await Bureau.OpenAsync();
        var previews = new[] { await PreviewAsync(bureau, AnswerableList(12)), await PreviewAsync(bureau, AnswerableList(12)) };

        var outcomes = await Task.WhenAll(previews.Select((preview, clerk) => ConfirmAsync(bureau, preview, clerk == 0 ? "许婧" : "俞敏")));

        Assert.Equal(12, outcomes.Sum(outcome => outcome.Registered.Count));
        Assert.All(outcomes.SelectMany(outcome => outcome.Refused), row => Assert.Equal("intake.already-registered", row.Reason.Code));
        Assert.Equal(12, await bureau.ReadAsync(db => db.Cases.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_row_that_is_refused_leaves_the_others_standing()
    {
        await using var bureau = await Bureau.OpenAsync();
        var preview = await PreviewAsync(bureau, AnswerableList(3));
        var twin = preview.Rows[1].Row.Act ?? throw new InvalidOperationException("The row is good.");
        var other = await bureau.RunAsync(null, new ActRequest(bureau.Id("许婧"), Guid.NewGuid(), 0, new ActLine(twin with { IsNotClassified = true, Subject = "另一个标题" })), Now);
        Assert.True(other.IsDone);

        var outcome = await ConfirmAsync(bureau, preview, "许婧");

        Assert.Equal(2, outcome.Registered.Count);
        Assert.Equal((preview.Rows[1].Row.Number, "intake.already-registered"), (outcome.Refused[0].Number, outcome.Refused[0].Reason.Code));
    }

    [Fact]
    public async Task Who_may_not_register_registers_nothing_by_list_either()
    {
        await using var bureau = await Bureau.OpenAsync();
        var preview = await PreviewAsync(bureau, AnswerableList(3));
        Assert.All((await ConfirmAsync(bureau, preview, "郑宁")).Refused, row => Assert.Equal("act.not-entitled", row.Reason.Code));
        Assert.All((await bureau.WithAsync<ListImport, ListOutcome>(lists => lists.ConfirmAsync(preview, Sender, bureau.Id("许婧"), isNotClassified: false, Guid.NewGuid(), null, Now, Cancel))).Refused, row => Assert.Equal("intake.classified", row.Reason.Code));
        Assert.False(await bureau.ReadAsync(db => db.Cases.AnyAsync(Cancel)));
    }

    [Fact]
    public async Task Nothing_is_stored_by_a_preview()
    {
        await using var bureau = await Bureau.OpenAsync();
        await PreviewAsync(bureau, AnswerableList(3));
        Assert.False(await bureau.ReadAsync(db => db.Cases.AnyAsync(Cancel)));
        Assert.False(await bureau.ReadAsync(db => db.ImportMappings.AnyAsync(Cancel)));
        Assert.False(await bureau.ReadAsync(db => db.Files.AnyAsync(Cancel)));
    }

    [Fact]
    public async Task A_corrected_column_is_remembered_for_its_sender_only()
    {
        await using var bureau = await Bureau.OpenAsync();
        const string Text = "区十六届人大五次会议代表建议\n编号\t事项\t代表\t主办单位\n12\t关于夜市的建议\t沈月\t区经贸旅游局\n";
        var sheet = ListFile.ReadPasted(Text).Sheets[0];
        Assert.Equal(ListVerdict.Bad, (await PreviewAsync(bureau, Text)).Rows[0].Verdict);
        var corrected = new ListColumns(new Dictionary<ListField, int> { [ListField.Number] = 0, [ListField.Subject] = 1, [ListField.Proposers] = 2, [ListField.LeadUnits] = 3 });
        var (preview, _) = await bureau.WithAsync<ListImport, (ListPreview?, Refusal?)>(lists => lists.PreviewAsync(sheet, Order with { Columns = corrected }, Now, Cancel));
        Assert.NotNull(preview);
        await ConfirmAsync(bureau, preview, "许婧");

        var next = Text.Replace("12\t", "13\t", StringComparison.Ordinal);
        Assert.Equal(ListVerdict.New, (await PreviewAsync(bureau, next)).Rows[0].Verdict);
        Assert.Equal(ListVerdict.Bad, (await PreviewAsync(bureau, next, Order with { Sender = "区政府督查室" })).Rows[0].Verdict);
        Assert.Equal("""{"主办单位":"LeadUnits","事项":"Subject","代表":"Proposers","编号":"Number"}""", await bureau.ReadAsync(db => db.ImportMappings.Select(mapping => mapping.Columns).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task A_list_that_names_no_session_takes_that_of_the_last_case_of_its_assembly()
    {
        await using var bureau = await Bureau.OpenAsync();
        const string Text = "编号\t案由\t代表\t主办单位\n12\t关于夜市的建议\t沈月\t区经贸旅游局\n";
        Assert.Equal("list.no-session", (await PreviewAsync(bureau, Text)).Rows[0].Row.Problems[0].Reason.Code);
        await ConfirmAsync(bureau, AnswerableList(1));
        Assert.Equal((16, 5), (await PreviewAsync(bureau, Text)).Rows[0].Row.Act is { } act ? (act.TermNumber, act.SessionNumber) : default);
    }

    [Fact]
    public async Task A_bureau_without_a_name_is_told_to_set_it()
    {
        await using var bureau = await Bureau.EmptyAsync();
        var (preview, refusal) = await bureau.WithAsync<ListImport, (ListPreview?, Refusal?)>(lists => lists.PreviewAsync(ListFile.ReadPasted(AnswerableList(1)).Sheets[0], Order, Now, Cancel));
        Assert.Null(preview);
        Assert.Equal("list.no-bureau-name", refusal?.Code);
    }

    private static ListOrder Order { get; } = new(Sender) { AssignedOn = new DateOnly(2026, 3, 18), FillsDown = true };

    /// <summary>Items that we answer alone.</summary>
    private static string AnswerableList(int items) =>
        "区十六届人大五次会议代表建议\n编号\t案由\t代表\t主办单位\n" + string.Concat(Enumerable.Range(1, items).Select(number => $"{number}\t关于第{number}件事的建议\t沈月\t区经贸旅游局\n"));

    private static async Task<ListPreview> PreviewAsync(Bureau bureau, string text, ListOrder? order = null)
    {
        var (preview, refusal) = await bureau.WithAsync<ListImport, (ListPreview?, Refusal?)>(lists => lists.PreviewAsync(ListFile.ReadPasted(text).Sheets[0], order ?? Order, Now, Cancel));
        Assert.Null(refusal);
        return preview ?? throw new InvalidOperationException("There is neither a preview nor a refusal.");
    }

    private static async Task<ListOutcome> ConfirmAsync(Bureau bureau, string text) => await ConfirmAsync(bureau, await PreviewAsync(bureau, text), "许婧");

    private static Task<ListOutcome> ConfirmAsync(Bureau bureau, ListPreview preview, string by, Guid? key = null) =>
        bureau.WithAsync<ListImport, ListOutcome>(lists => lists.ConfirmAsync(preview, Sender, bureau.Id(by), isNotClassified: true, key ?? Guid.NewGuid(), new DateOnly(2026, 3, 19), Now, Cancel));
}
