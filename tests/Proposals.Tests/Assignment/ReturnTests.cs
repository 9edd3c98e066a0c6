using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Intake;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Assignment;

/// <summary>退办: granted, refused, late; and no way around it.</summary>
public sealed class ReturnTests
{
    public static TheoryData<Stage> BeforeTheReply => [Stage.Registered, Stage.Received, Stage.Proposed, Stage.Allocated, Stage.Accepted, Stage.Consulted, Stage.Drafted, Stage.Checked, Stage.AwaitingSeal];

    [Fact]
    public async Task A_granted_return_is_owed_no_more_and_stays_in_the_ledger()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Received);

        await story.On(3, 27).DoAsync("许婧", Stages.Return(bureau));
        Assert.Equal(CaseState.ReturnPending, (await story.CaseAsync()).State);
        Assert.Equal(["退办报批"], await story.WaitsForAsync());
        Assert.Equal(["退办报批"], await Stages.InboxAsync(bureau, "方晓岚"));
        Assert.Empty(await Stages.InboxAsync(bureau, "许婧"));
        Assert.Equal(Stages.LastDay, (await story.CaseAsync()).DueOn);
        Assert.Equal(1, (await Stages.FiguresAsync(bureau, story.Today)).Owed);

        await story.On(3, 28).DoAsync("方晓岚", new DecideReturn(true) { Opinion = "同意退办。" });
        Assert.Equal(CaseState.ReturnSubmitted, (await story.CaseAsync()).State);
        Assert.Equal(["等待退办答复"], await Stages.InboxAsync(bureau, "许婧"));
        Assert.Equal(new DateOnly(2025, 3, 28), Line(await story.FileAsync(), DeadlineKind.ReturnWindow).MetOn);
        Assert.Equal(new DateOnly(2025, 4, 4), Line(await story.FileAsync(), DeadlineKind.ReturnDecision).DueOn);
        Assert.Equal(1, (await Stages.FiguresAsync(bureau, story.Today)).Owed);

        var paper = await bureau.PictureAsync(story.Id, "许婧", story.Now);
        await story.On(4, 2).DoAsync("许婧", new AnswerReturn(true) { Answer = "同意退办。", PaperId = paper });

        var file = await story.FileAsync();
        Assert.Equal((CaseState.Returned, CaseEnding.Returned, new DateOnly(2025, 4, 2)), (file.Case.State, file.Case.Ending, file.Case.EndedOn));
        Assert.Equal(("区交通运输局", paper), (file.Returns[0].WentTo, file.Returns[0].AnswerPaperId));
        Assert.Equal("Granted", file.Steps.Single(step => step.Name == "等待退办答复").Port);
        Assert.Equal(StepState.Withdrawn, file.Steps.Single(step => step.Name == "拟办").State);
        await Stages.OverAsync(bureau, story);

        var figures = await Stages.FiguresAsync(bureau, story.Today);
        Assert.Equal((1, 0, 1), (figures.Assigned, figures.Owed, figures.Returned));
        Assert.Equal(0, figures.Lights.Values.Sum());
        Assert.Equal([story.Id], await LedgerAsync(bureau, new LedgerFilter { State = CaseState.Returned }));
        Assert.Empty(await LedgerAsync(bureau, new LedgerFilter { OpenOnly = true }));
        Assert.Empty(await LedgerAsync(bureau, new LedgerFilter { Light = Light.Off }));
    }

    [Fact]
    public async Task A_refused_return_leaves_the_due_date_and_only_reminds_of_the_allocation_anew()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Received);
        var before = (await story.FileAsync()).Case;

        await story.On(3, 31).DoAsync("许婧", Stages.Return(bureau));
        await story.On(4, 1).DoAsync("方晓岚", new DecideReturn(true));
        await story.On(4, 3).DoAsync("许婧", new AnswerReturn(false) { Answer = "请按职责办理。" });

        var file = await story.FileAsync();
        Assert.Equal((CaseState.Received, null, null), (file.Case.State, file.Case.HeldBy, file.Case.ReturnStage));
        Assert.Equal((new DateOnly(2025, 6, 17), before.DueOn), (file.Case.DueOn, file.Case.DueOn));
        var reminder = file.Deadlines.Single(line => line.Kind == DeadlineKind.InternalAllocation && line.IsOpen);
        Assert.Equal((new DateOnly(2025, 4, 3), new DateOnly(2025, 4, 18), DeadlineNature.Internal), (reminder.StartOn, reminder.DueOn, reminder.Nature));
        Assert.Equal(["拟办"], await story.WaitsForAsync());
        Assert.Equal(["拟办"], await Stages.InboxAsync(bureau, "许婧"));
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task A_late_request_goes_out_only_with_the_principals_note()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Received);
        story.On(4, 1);

        var late = (await story.TryAsync("许婧", Stages.Return(bureau))).Refusal;
        Assert.Equal(("assignment.return-late", (object)Stages.LastDay), (late?.Code, late?.Arguments[0]));
        Assert.Equal(CaseState.Received, (await story.CaseAsync()).State);

        await story.DoAsync("许婧", Stages.Return(bureau, "沈立群"));
        Assert.Equal(["退办报批"], await Stages.InboxAsync(bureau, "沈立群"));
        Assert.DoesNotContain((await story.FileAsync()).Deadlines, line => line.Kind == DeadlineKind.ReturnWindow);
        Assert.Equal("act.missing", (await story.TryAsync("沈立群", new DecideReturn(true))).Refusal?.Code);
        Assert.Equal("act.not-entitled", (await story.TryAsync("方晓岚", new DecideReturn(true) { Opinion = "同意" })).Refusal?.Code);

        await story.DoAsync("沈立群", new DecideReturn(true) { Opinion = "职责确不在我局，核准报送。" });
        Assert.Equal(CaseState.ReturnSubmitted, (await story.CaseAsync()).State);
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task The_window_asks_when_it_happened_not_when_it_was_entered()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Received);

        await story.On(4, 1).DoAsync("许婧", Stages.Return(bureau), occurredOn: Stages.LastDay);

        Assert.False(await IsLateAsync(bureau, story));
    }

    [Fact]
    public async Task A_corrected_assignment_date_moves_the_window_of_a_request_that_waits()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Registered);
        await story.On(4, 1).DoAsync("许婧", Stages.Return(bureau, "沈立群"));
        Assert.True(await IsLateAsync(bureau, story));
        Assert.Equal("act.not-entitled", (await story.TryAsync("方晓岚", new DecideReturn(true) { Opinion = "同意" })).Refusal?.Code);

        await story.DoAsync("许婧", new CorrectRegistration("交办单上是次日") { AssignedOn = new DateOnly(2025, 3, 18) });

        // In time after all: a yes without words is enough.
        Assert.False(await IsLateAsync(bureau, story));
        await story.DoAsync("沈立群", new DecideReturn(true));
    }

    [Fact]
    public async Task A_request_that_turns_out_late_is_the_principals()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Registered);
        await story.On(3, 31).DoAsync("许婧", Stages.Return(bureau));
        await story.DoAsync("许婧", new CorrectRegistration("交办单上是前一个工作日") { AssignedOn = new DateOnly(2025, 3, 14) });

        Assert.Equal("assignment.return-late", (await story.TryAsync("方晓岚", new DecideReturn(true) { Opinion = "同意" })).Refusal?.Code);
        await story.DoAsync("沈立群", new DecideReturn(true) { Opinion = "核准报送。" });
    }

    private static async Task<bool> IsLateAsync(Bureau bureau, CaseDriver story)
    {
        var file = await story.FileAsync();
        return ReturnWindow.IsLate(file.Returns[0], file.Case.AssignedOn, bureau.Rules.Of(file.Case));
    }

    [Theory]
    [InlineData("王海涛")]
    [InlineData("郑宁")]
    [InlineData("方晓岚")]
    public async Task Only_the_office_asks_and_nobody_forwards_a_case_by_himself(string who)
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);

        foreach (var act in new CaseAct[] { Stages.Return(bureau), new RecordReassignment("区交通运输局"), new RequestAddUnit("区交通运输局", OtherUnitRole.CoOrganizer, "共同职责"), new VoidCase("误登"), await Stages.NoticeAsync(bureau, story) })
            Assert.Equal("act.not-entitled", (await story.TryAsync(who, act)).Refusal?.Code);
        Assert.Equal("旅游科", (await story.FileAsync()).NameOf((await story.CaseAsync()).DepartmentId));
    }

    [Fact]
    public async Task The_window_counts_working_days_that_fall_on_weekends()
    {
        await using var bureau = await Bureau.OpenAsync();
        var profile = bureau.Rules.Profile with { Terms = new Dictionary<DeadlineKind, string>(bureau.Rules.Profile.Terms) { [DeadlineKind.ReturnWindow] = "7wd" } };

        Assert.Equal(new DateOnly(2025, 4, 30), ReturnWindow.LastDay(new DateOnly(2025, 4, 22), bureau.Rules.Current with { Profile = profile }));
    }

    [Fact]
    public async Task Only_the_leader_whom_the_request_names_or_the_principal_decides()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Received);
        await story.On(3, 27).DoAsync("许婧", Stages.Return(bureau));

        foreach (var other in new[] { "顾明远", "许婧", "王海涛" })
            Assert.Equal("act.not-entitled", (await story.TryAsync(other, new DecideReturn(true))).Refusal?.Code);
        Assert.Equal("act.not-entitled", (await story.TryAsync("方晓岚", new AnswerReturn(true))).Refusal?.Code);
        Assert.Equal("act.missing", (await story.TryAsync("方晓岚", new DecideReturn(false))).Refusal?.Code);

        await story.DoAsync("许婧", new DecideReturn(false) { Opinion = "属于我局职责，请办理。" }, decidedBy: "方晓岚");
        var file = await story.FileAsync();
        Assert.Equal((CaseState.Received, bureau.Id("方晓岚")), (file.Case.State, file.Returns[0].DecidedById));
        Assert.NotNull(Line(file, DeadlineKind.ReturnWindow).DroppedOn);
        Assert.Equal(["拟办"], await story.WaitsForAsync());
    }

    [Theory]
    [MemberData(nameof(BeforeTheReply))]
    public async Task Wherever_the_case_stands_it_waits_meanwhile_and_goes_on_there_when_refused(Stage stage)
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, stage);
        var (state, waits) = ((await story.CaseAsync()).State, await story.WaitsForAsync());

        await Stages.ReturnSentAsync(bureau, story);
        Assert.Equal(["等待退办答复"], await story.WaitsForAsync());
        Assert.Equal(waits, (await story.FileAsync()).OnHold.Select(step => step.Name));
        Assert.Equal("act.on-hold", (await story.TryAsync("许婧", new ReceiveCase())).Refusal?.Code);
        Assert.Equal("act.on-hold", (await story.TryAsync("许婧", Stages.Return(bureau))).Refusal?.Code);

        await story.DoAsync("许婧", new AnswerReturn(false));
        Assert.Equal(state, (await story.CaseAsync()).State);
        Assert.Equal(waits, await story.WaitsForAsync());
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task A_sealed_reply_is_our_answer_and_the_case_is_not_given_back()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Sealed);

        Assert.Equal("act.wrong-state", (await story.TryAsync("许婧", Stages.Return(bureau))).Refusal?.Code);
    }

    [Theory]
    [MemberData(nameof(BeforeTheReply))]
    public async Task Wherever_the_case_stands_a_granted_return_ends_it(Stage stage)
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, stage);

        await Stages.ReturnSentAsync(bureau, story);
        await story.DoAsync("许婧", new AnswerReturn(true) { WentTo = "区城管局" });

        Assert.Equal((CaseState.Returned, "区城管局"), ((await story.CaseAsync()).State, (await story.FileAsync()).Returns[0].WentTo));
        await Stages.OverAsync(bureau, story);
    }

    [Fact]
    public async Task What_was_replied_to_is_not_returned()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Rehandling);

        Assert.Equal("act.wrong-state", (await story.TryAsync("许婧", Stages.Return(bureau, "沈立群"))).Refusal?.Code);
    }

    private static Deadline Line(CaseFile file, DeadlineKind kind) => file.Deadlines.Single(line => line.Kind == kind);

    private static async Task<IReadOnlyList<CaseId>> LedgerAsync(Bureau bureau, LedgerFilter filter) =>
        [.. (await bureau.WithAsync<LedgerQuery, LedgerPage>(query => query.PageAsync(bureau.SeesAs("许婧"), filter, new DateOnly(2025, 4, 2), TestContext.Current.CancellationToken))).Rows.Select(row => row.Case.Id)];
}
