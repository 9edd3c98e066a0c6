using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Audit;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Acts;

/// <summary>代录 of what one meeting decided about many cases: all of them with one picture, or none.</summary>
public sealed class MeetingSheetTests
{
    private const string Leader = "方晓岚";

    private static readonly DateOnly Meeting = new(2025, 3, 24);

    [Fact]
    public async Task Ten_decisions_of_one_meeting_are_ten_acts_with_one_picture()
    {
        await using var bureau = await Bureau.OpenAsync();
        var stories = await ProposedAsync(bureau, 10);
        var picture = await bureau.PictureAsync(null, "许婧", stories[0].Now);
        var contents = await ContentsAsync(bureau);

        var outcome = await SendAsync(bureau, stories, picture, Guid.NewGuid());

        Assert.Null(outcome.Refusal);
        Assert.Equal(contents, await ContentsAsync(bureau));
        var papers = new HashSet<FileId>();
        foreach (var story in stories)
        {
            var file = await story.FileAsync();
            Assert.Equal(CaseState.Allocated, file.Case.State);
            Assert.Equal((bureau.Id(Leader), Meeting), (Assert.Single(file.Allocations).DecidedById, file.Case.AllocatedOn));
            var entry = Assert.Single(file.Trail, entry => entry.Act == nameof(DecideAllocation));
            Assert.Equal(bureau.Id("许婧"), entry.RecordedById);
            var paper = Assert.Single(file.Files);
            Assert.Contains(paper.Id.ToString(), entry.Text, StringComparison.Ordinal);
            Assert.True(papers.Add(paper.Id));
            Assert.NotNull(await bureau.WithAsync<FileCabinet, (string, string, byte[])?>(cabinet => cabinet.OpenAsync(bureau.SeesAs("王海涛"), paper.Id, TestContext.Current.CancellationToken)));
            Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(CaseActs.SubjectOf(story.Id), TestContext.Current.CancellationToken)));
        }

        Assert.Equal(10, papers.Count);
    }

    [Fact]
    public async Task A_case_overtaken_meanwhile_is_named_and_no_other_is_touched()
    {
        await using var bureau = await Bureau.OpenAsync();
        var stories = await ProposedAsync(bureau, 10);
        var picture = await bureau.PictureAsync(null, "许婧", stories[0].Now);
        var files = await FilesAsync(bureau);
        var stale = stories[6].Revision;
        await stories[6].DoAsync(Leader, new DecideAllocation(true));

        var outcome = await bureau.WithAsync<CaseActs, SheetOutcome>(acts => acts.RunSheetAsync(
            Request(bureau, stories, picture, Guid.NewGuid(), story => story == stories[6] ? stale : story.Revision), stories[0].Now, TestContext.Current.CancellationToken));

        Assert.Equal(("act.of-sheet", stories[6].Id), (outcome.Refusal?.Code, outcome.StoppedBy));
        Assert.Equal((ItemKind.CppccProposal, "506"), (outcome.Refusal?.Arguments[0], outcome.Refusal?.Arguments[1]));
        Assert.Equal("act.overtaken", ((Refusal?)outcome.Refusal?.Arguments[2])?.Code);
        Assert.Equal(files, await FilesAsync(bureau));
        foreach (var story in stories.Where(story => story != stories[6]))
            Assert.Equal(CaseState.Received, (await story.CaseAsync()).State);
    }

    [Fact]
    public async Task Two_sheets_with_the_same_cases_at_once_are_one()
    {
        await using var bureau = await Bureau.OpenAsync();
        for (var round = 0; round < 3; round++)
        {
            var stories = await ProposedAsync(bureau, 4, 600 + (10 * round));
            var pictures = new[] { await bureau.PictureAsync(null, "许婧", stories[0].Now), await bureau.PictureAsync(null, "许婧", stories[0].Now) };
            var outcomes = await Task.WhenAll(pictures.Select((picture, index) =>
                Task.Run(() => SendAsync(bureau, index == 0 ? stories : [.. stories.Reverse()], picture, Guid.NewGuid()))));

            Assert.Single(outcomes, outcome => outcome.IsDone);
            Assert.Equal("act.of-sheet", Assert.Single(outcomes, outcome => !outcome.IsDone).Refusal?.Code);
            foreach (var story in stories)
                Assert.Single((await story.FileAsync()).Trail, entry => entry.Act == nameof(DecideAllocation));
        }
    }

    [Fact]
    public async Task The_same_sheet_sent_twice_is_entered_once()
    {
        await using var bureau = await Bureau.OpenAsync();
        var stories = await ProposedAsync(bureau, 3);
        var picture = await bureau.PictureAsync(null, "许婧", stories[0].Now);
        var key = Guid.NewGuid();

        Assert.False((await SendAsync(bureau, stories, picture, key)).WasRepeated);
        var again = await SendAsync(bureau, stories, picture, key);

        Assert.True(again is { IsDone: true, WasRepeated: true });
        Assert.All(await Task.WhenAll(stories.Select(story => story.FileAsync())), file => Assert.Single(file.Trail, entry => entry.Act == nameof(DecideAllocation)));
    }

    [Fact]
    public async Task A_sheet_may_name_another_department_and_keeps_what_was_suggested_before()
    {
        await using var bureau = await Bureau.OpenAsync();
        var stories = await ProposedAsync(bureau, 2);
        var other = await bureau.DepartmentAsync("商贸发展科");
        Line corrected = new(new DecideAllocation(false) { Opinion = "改由商贸发展科办理。" }, Leader);
        var request = new SheetRequest(bureau.Id("许婧"), Guid.NewGuid(),
        [
            new CaseLines(stories[0].Id, stories[0].Revision, Of(bureau, corrected, new(new ProposeAllocation(other), null), new(new DecideAllocation(true), Leader))),
            new CaseLines(stories[1].Id, stories[1].Revision, Of(bureau, new Line(new DecideAllocation(true), Leader))),
        ]);

        Assert.Null((await bureau.WithAsync<CaseActs, SheetOutcome>(acts => acts.RunSheetAsync(request, stories[0].Now, TestContext.Current.CancellationToken))).Refusal);

        var file = await stories[0].FileAsync();
        Assert.Equal([AllocationDecision.SentBack, AllocationDecision.Approved], file.Allocations.Select(allocation => allocation.Decision));
        Assert.Equal(other, file.Case.DepartmentId);
        Assert.Equal(["科室接收并确定经办人"], await stories[0].WaitsForAsync());
    }

    [Theory]
    [InlineData("郑宁", Leader, "act.only-office-for-others")]
    [InlineData("许婧", "王海涛", "act.not-entitled")]
    [InlineData("许婧", "顾明远", "act.not-entitled")]
    [InlineData("方晓岚", "沈立群", "act.only-office-for-others")]
    public async Task The_wrong_person_enters_or_decides_nothing(string who, string decider, string code)
    {
        await using var bureau = await Bureau.OpenAsync();
        var stories = await ProposedAsync(bureau, 2);
        var request = new SheetRequest(bureau.Id(who), Guid.NewGuid(), [.. stories.Select(story => new CaseLines(story.Id, story.Revision, Of(bureau, new Line(new DecideAllocation(true), decider))))]);

        var outcome = await bureau.WithAsync<CaseActs, SheetOutcome>(acts => acts.RunSheetAsync(request, stories[0].Now, TestContext.Current.CancellationToken));

        Assert.Equal(code, ((Refusal?)outcome.Refusal?.Arguments[2])?.Code);
        Assert.All(await Task.WhenAll(stories.Select(story => story.CaseAsync())), subject => Assert.Equal(CaseState.Received, subject.State));
    }

    [Fact]
    public async Task Nobody_passes_on_a_picture_that_another_uploaded()
    {
        await using var bureau = await Bureau.OpenAsync();
        var stories = await ProposedAsync(bureau, 2);
        var foreign = await bureau.PictureAsync(null, "俞敏", stories[0].Now);

        var refusal = (await SendAsync(bureau, stories, foreign, Guid.NewGuid())).Refusal;

        Assert.Equal("act.unknown-file", ((Refusal?)refusal?.Arguments[2])?.Code);
    }

    private sealed record Line(CaseAct Act, string? Decider);

    private static ActLine[] Of(Bureau bureau, params Line[] lines) =>
        [.. lines.Select(line => new ActLine(line.Act) { DecidedById = line.Decider is null ? null : bureau.Id(line.Decider), OccurredOn = Meeting })];

    private static Task<SheetOutcome> SendAsync(Bureau bureau, IReadOnlyList<CaseDriver> stories, FileId picture, Guid key) =>
        bureau.WithAsync<CaseActs, SheetOutcome>(acts => acts.RunSheetAsync(Request(bureau, stories, picture, key, story => story.Revision), stories[0].Now, TestContext.Current.CancellationToken));

    private static SheetRequest Request(Bureau bureau, IReadOnlyList<CaseDriver> stories, FileId picture, Guid key, Func<CaseDriver, int> revision) =>
        new(bureau.Id("许婧"), key, [.. stories.Select(story => new CaseLines(story.Id, revision(story), Of(bureau, new Line(new DecideAllocation(true), Leader))))]) { OriginalId = picture };

    private static Task<int> ContentsAsync(Bureau bureau) => bureau.ReadAsync(db => db.Set<StoredFileContent>().CountAsync());

    private static Task<int> FilesAsync(Bureau bureau) => bureau.ReadAsync(db => db.Files.CountAsync());

    private static async Task<IReadOnlyList<CaseDriver>> ProposedAsync(Bureau bureau, int count, int from = 500)
    {
        var stories = new List<CaseDriver>();
        for (var number = from; number < from + count; number++)
        {
            var story = new CaseDriver(bureau);
            await story.RegisterAsync(CaseDriver.Registration($"{number}", new DateOnly(2025, 3, 17)));
            await story.On(3, 18).DoAsync("许婧", new ReceiveCase());
            await story.DoAsync("俞敏", new ProposeAllocation(await bureau.DepartmentAsync("旅游科")));
            stories.Add(story.On(3, 25));
        }

        return stories;
    }
}
