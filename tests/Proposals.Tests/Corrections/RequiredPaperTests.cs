using Proposals.Acts;
using Proposals.Assignment;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Reply;
using Proposals.Tests.Assignment;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Corrections;

/// <summary>A paper that an act could not have been done without is replaced by the right one; struck out, the act would stand on nothing.</summary>
public sealed class RequiredPaperTests
{
    private const string Why = "传错了文件";

    [Fact]
    public async Task The_notice_of_a_withdrawal_is_only_replaced_and_so_is_its_replacement()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        var withdrawal = await Stages.NoticeAsync(bureau, story);
        await story.DoAsync("许婧", withdrawal);

        await OnlyReplacedAsync(bureau, story, withdrawal.NoticeId ?? default);
    }

    [Fact]
    public async Task The_proof_of_a_cleared_promise_is_only_replaced()
    {
        await using var told = new LongStory();
        await told.InitializeAsync();
        var proof = (await told.Story.FileAsync()).Commitments[0].Progress[0].ProofId ?? default;

        var right = await OnlyReplacedAsync(told.Bureau, told.Story, proof);

        Assert.Equal(right, (await told.Story.FileAsync()).Commitments[0].Progress[0].ProofId);
    }

    [Fact]
    public async Task The_paper_that_a_correction_rests_on_is_only_replaced()
    {
        await using var told = new LongStory();
        await told.InitializeAsync();
        var (bureau, story) = (told.Bureau, told.Story);
        var evidence = await told.PictureAsync();
        await story.DoAsync(LongStory.Director, new CorrectSecondReply((await story.FileAsync()).SecondReplies[0].Id, Why) { EvidenceId = evidence, SecondReplyWay = DeliveryWay.Post });

        await OnlyReplacedAsync(bureau, story, evidence);
    }

    [Fact]
    public async Task What_is_struck_out_proves_nothing_any_more()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Consulted);
        var wrong = (await story.FileAsync()).Consultations[0].Proofs[0].FileId;
        await story.DoAsync("郑宁", new ReplacePaper(wrong, await bureau.PictureAsync(story.Id, "郑宁", story.Now), Why));

        Assert.Equal("act.voided-file", (await story.TryAsync("许婧", new WithdrawCase("提案人书面申请撤回。", wrong))).Refusal?.Code);
    }

    [Fact]
    public async Task A_promise_of_a_delivered_reply_is_the_directors_to_correct_from_a_paper()
    {
        await using var told = new LongStory();
        await told.InitializeAsync();
        var story = told.Story;
        var later = new CorrectCommitment((await story.FileAsync()).Commitments[0].Id, Why) { CommitmentDueOn = new DateOnly(2026, 12, 31) };

        Assert.Equal("correction.only-the-director", (await story.TryAsync(LongStory.Clerk, later)).Refusal?.Code);
        Assert.Equal("correction.evidence-missing", (await story.TryAsync(LongStory.Director, later)).Refusal?.Code);
        await story.DoAsync(LongStory.Director, later with { EvidenceId = await told.PictureAsync() });
    }

    [Fact]
    public async Task Before_its_reply_is_delivered_a_promise_is_the_offices_to_correct()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Consulted);
        await story.On(5, 15).DoAsync("郑宁", CaseDriver.Draft("B") with { Commitments = [new Promise("更新标识", new DateOnly(2025, 12, 31))] });
        var promise = (await story.FileAsync()).Commitments[0].Id;

        await story.DoAsync("许婧", new CorrectCommitment(promise, Why) { CommitmentDueOn = new DateOnly(2025, 11, 30) });
        Assert.Equal("correction.not-there-yet", (await story.TryAsync("许婧", new CorrectCommitment(promise, Why) { CommitmentClearedOn = story.Today })).Refusal?.Code);
    }

    /// <summary>The same of the paper that takes its place.</summary>
    private static async Task<FileId> OnlyReplacedAsync(Bureau bureau, CaseDriver story, FileId paper)
    {
        Assert.Equal("correction.paper-is-required", (await story.TryAsync("许婧", new VoidPaper(paper, Why))).Refusal?.Code);
        var right = await bureau.PictureAsync(story.Id, "许婧", story.Now);
        await story.DoAsync("许婧", new ReplacePaper(paper, right, Why));
        Assert.Equal("correction.paper-is-required", (await story.TryAsync("许婧", new VoidPaper(right, Why))).Refusal?.Code);
        return right;
    }
}
