using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Operations;
using Proposals.Tests.Assignment;
using Proposals.Tests.Deadlines;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Corrections;

/// <summary>A pause or an extension that was written down wrongly: the dates that follow from it move, and they alone.</summary>
public sealed class CorrectedClockTests
{
    private const string Why = "登记时看错了日期";

    [Fact]
    public async Task A_pause_with_the_wrong_days_moves_what_stood_still()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await PausedAsync(bureau);
        await story.On(4, 21).DoAsync("俞敏", new ResumeClock("已回国。"));
        var pause = (await story.FileAsync()).Times.Pauses[0].Id;

        var outcome = await story.On(4, 25).TryAsync("俞敏", new CorrectPause(pause, Why) { ResumedOn = new DateOnly(2025, 4, 11) });
        Assert.Contains(new MovedDate(DeadlineKind.Reply, new DateOnly(2025, 7, 7), new DateOnly(2025, 6, 27)), outcome.Moved);
        Assert.Equal(new DateOnly(2025, 6, 27), (await story.CaseAsync()).ReplyDueOn);

        // It should never have been: it ends on the day it began, and every date is as if it had not.
        await story.DoAsync("俞敏", new CorrectPause(pause, Why) { ResumedOn = new DateOnly(2025, 4, 1) });
        Assert.Equal(new DateOnly(2025, 6, 17), (await story.CaseAsync()).ReplyDueOn);
        await AsRebuiltAsync(bureau, story);
    }

    [Fact]
    public async Task A_pause_that_still_runs_begins_on_another_day()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await PausedAsync(bureau);
        var pause = (await story.FileAsync()).Times.Pauses[0].Id;
        await story.On(4, 8).DoAsync("俞敏", new CorrectPause(pause, Why) { PausedOn = new DateOnly(2025, 3, 31) });
        var file = await story.FileAsync();
        Assert.Equal(new DateOnly(2025, 3, 31), file.Case.PausedOn);
        Assert.All(file.Deadlines.Where(line => line.PausedOn is not null), line => Assert.Equal(new DateOnly(2025, 3, 31), line.PausedOn));
        Assert.Equal("correction.not-there-yet", await RefusedAsync(story, "俞敏", new CorrectPause(pause, Why) { ResumedOn = new DateOnly(2025, 4, 7) }));
        await AsRebuiltAsync(bureau, story);
    }

    [Fact]
    public async Task A_pause_stays_within_what_was_before_and_came_after_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await PausedAsync(bureau);
        await story.On(4, 7).DoAsync("俞敏", new ResumeClock(""));
        await story.On(4, 14).DoAsync("俞敏", new PauseClock("等批复", "函"));
        var pauses = (await story.On(4, 18).FileAsync()).Times.Pauses;
        Assert.Equal("correction.too-late", await RefusedAsync(story, "俞敏", new CorrectPause(pauses[0].Id, Why) { ResumedOn = new DateOnly(2025, 4, 15) }));
        Assert.Equal("correction.too-late", await RefusedAsync(story, "俞敏", new CorrectPause(pauses[0].Id, Why) { PausedOn = new DateOnly(2025, 4, 8) }));
        Assert.Equal("correction.too-early", await RefusedAsync(story, "俞敏", new CorrectPause(pauses[0].Id, Why) { PausedOn = new DateOnly(2025, 3, 14) }));
        Assert.Equal("correction.too-early", await RefusedAsync(story, "俞敏", new CorrectPause(pauses[1].Id, Why) { PausedOn = new DateOnly(2025, 4, 3) }));
        Assert.Equal("act.missing", await RefusedAsync(story, "俞敏", new CorrectPause(pauses[1].Id, Why) { LegalBasis = " " }));
        Assert.Equal("correction.unknown-row", await RefusedAsync(story, "俞敏", new CorrectPause(Guid.NewGuid(), Why) { LegalBasis = "函" }));
        Assert.Equal("act.not-entitled", await RefusedAsync(story, "许婧", new CorrectPause(pauses[1].Id, Why) { LegalBasis = "函" }));
    }

    [Fact]
    public async Task An_extension_gets_the_date_that_the_letter_says()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await ExtensionTests.ExtendedAsync(bureau, new DateOnly(2025, 8, 29));
        var request = (await story.FileAsync()).Extensions[0].Id;
        var evidence = await bureau.PictureAsync(story.Id, "俞敏", story.Now);
        Assert.Equal("correction.only-the-director", await RefusedAsync(story, "许婧", new CorrectExtension(request, Why) { GrantedUntil = new DateOnly(2025, 7, 29) }));
        Assert.Equal("correction.evidence-missing", await RefusedAsync(story, "俞敏", new CorrectExtension(request, Why) { GrantedUntil = new DateOnly(2025, 7, 29) }));
        Assert.Equal("extension.beyond-limit", await RefusedAsync(story, "俞敏", new CorrectExtension(request, Why) { EvidenceId = evidence, GrantedUntil = new DateOnly(2025, 9, 18) }));
        Assert.Equal("extension.not-longer", await RefusedAsync(story, "俞敏", new CorrectExtension(request, Why) { EvidenceId = evidence, GrantedUntil = new DateOnly(2025, 6, 17) }));

        var outcome = await story.TryAsync("俞敏", new CorrectExtension(request, Why) { EvidenceId = evidence, GrantedUntil = new DateOnly(2025, 7, 29) });
        Assert.Contains(new MovedDate(DeadlineKind.Reply, new DateOnly(2025, 8, 29), new DateOnly(2025, 7, 29)), outcome.Moved);
        Assert.Equal(new DateOnly(2025, 7, 29), (await story.CaseAsync()).ReplyDueOn);
        await AsRebuiltAsync(bureau, story);
    }

    [Fact]
    public async Task Before_the_proposer_was_told_the_clerk_corrects_the_answer_and_no_date_moves()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        await story.On(6, 3).DoAsync("郑宁", new RequestExtension("须待常务会议研究。", new DateOnly(2025, 8, 29), bureau.Id("方晓岚")));
        await story.DoAsync("方晓岚", new DecideExtension(true));
        var request = (await story.FileAsync()).Extensions[0].Id;
        Assert.Equal("correction.not-there-yet", await RefusedAsync(story, "许婧", new CorrectExtension(request, Why) { ExtensionAnswer = "同意" }));
        await story.On(6, 6).DoAsync("许婧", new AnswerExtension(true));
        Assert.Equal("correction.too-early", await RefusedAsync(story, "许婧", new CorrectExtension(request, Why) { ExtensionAnsweredOn = new DateOnly(2025, 6, 2) }));
        Assert.Equal("correction.not-there-yet", await RefusedAsync(story, "许婧", new CorrectExtension(request, Why) { ExtensionExplainedOn = new DateOnly(2025, 6, 6) }));

        var outcome = await story.TryAsync("许婧", new CorrectExtension(request, Why) { GrantedUntil = new DateOnly(2025, 7, 29), ExtensionAnsweredOn = new DateOnly(2025, 6, 5) });
        Assert.Null(outcome.Refusal);
        Assert.Empty(outcome.Moved);
        await story.DoAsync("郑宁", new ExplainExtension(await bureau.PictureAsync(story.Id, "郑宁", story.Now)));
        Assert.Equal(new DateOnly(2025, 7, 29), (await story.CaseAsync()).ReplyDueOn);
        await AsRebuiltAsync(bureau, story);
    }

    [Fact]
    public async Task A_date_that_is_over_is_not_saved_by_other_days_of_an_old_pause()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await PausedAsync(bureau);
        await story.On(4, 7).DoAsync("俞敏", new ResumeClock(""));
        var pause = (await story.FileAsync()).Times.Pauses[0].Id;
        var longer = new CorrectPause(pause, Why) { ResumedOn = new DateOnly(2025, 4, 30) };
        Assert.Equal("clock.over-without-paper", (await story.On(6, 30).TryAsync("俞敏", longer)).Refusal?.Code);
        Assert.Null((await story.TryAsync("俞敏", longer with { EvidenceId = await bureau.PictureAsync(story.Id, "俞敏", story.Now) })).Refusal);
    }

    private static async Task<CaseDriver> PausedAsync(Bureau bureau)
    {
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        await story.On(4, 1).DoAsync("俞敏", new PauseClock("提案人出国，无法面商。", "区政协提案委2025年4月1日函"));
        return story;
    }

    private static async Task<string?> RefusedAsync(CaseDriver story, string who, CorrectionAct act) => (await story.TryAsync(who, act)).Refusal?.Code;

    private static async Task AsRebuiltAsync(Bureau bureau, CaseDriver story)
    {
        await Stages.WholeAsync(bureau, story);
        Assert.Empty(await bureau.WithAsync<DateRebuild, List<FoundDifference>>(rebuild => rebuild.RunAsync(story.Now, TestContext.Current.CancellationToken).ToListAsync().AsTask()));
    }
}
