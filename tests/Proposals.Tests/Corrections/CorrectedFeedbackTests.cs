using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.Handling;
using Proposals.Reply;
using Proposals.Tests.Audit;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Corrections;

/// <summary>A rating entered the wrong way round: the case takes back what it did because of it, and somebody is asked for what comes next.</summary>
public sealed class CorrectedFeedbackTests
{
    private const string Why = "看错了勾选的一栏";

    [Fact]
    public async Task An_unsatisfied_that_was_satisfied_ends_the_case_instead_of_reopening_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AnsweredAsync(bureau, Rating.Unsatisfied);
        Assert.Equal(["重新交办登记"], await story.WaitsForAsync());

        await CorrectAsync(bureau, story.On(6, 16), act => act with { Result = Rating.Satisfied });

        var subject = await story.CaseAsync();
        Assert.Equal((CaseState.Closed, Rating.Satisfied, new DateOnly(2025, 6, 16)), (subject.State, subject.Result, subject.ClosedOn));
        Assert.Equal(["办结归档"], await story.WaitsForAsync());
        Assert.Equal("feedback.not-unsatisfied", (await story.TryAsync("许婧", new StartRehandling())).Refusal?.Code);
        await story.ArchivedAsync();
        Assert.Empty(await story.WaitsForAsync());
        await AgreesAsync(bureau, story);
    }

    [Fact]
    public async Task A_satisfied_that_was_unsatisfied_opens_the_archived_case_for_a_second_round()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AnsweredAsync(bureau, Rating.Satisfied);
        await story.ArchivedAsync();

        await CorrectAsync(bureau, story.On(6, 16), act => act with { Result = Rating.Unsatisfied });

        Assert.Equal((CaseState.AwaitingFeedback, null, null), await story.CaseAsync() is var subject ? (subject.State, subject.ClosedOn, subject.ArchivedOn) : default);
        Assert.Equal(["重新交办登记"], await story.WaitsForAsync());
        await story.On(7, 8).DoAsync("许婧", new StartRehandling());
        await story.MeetAsync(ContactKind.Visit, 7, 22, withLeader: "方晓岚");
        await story.CheckedAsync(7, 25);
        await story.DeliveredAsync(8, 4);
        await story.AnsweredAsync(8, 5, Rating.Satisfied, Rating.Satisfied);
        await story.ArchivedAsync();

        Assert.Equal(CaseState.Archived, (await story.CaseAsync()).State);
        await AgreesAsync(bureau, story);
    }

    [Fact]
    public async Task A_rating_that_a_second_round_rests_on_stays_unsatisfied()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AnsweredAsync(bureau, Rating.Unsatisfied);
        await story.On(7, 8).DoAsync("许婧", new StartRehandling());

        Assert.Equal("correction.round-rests-on-it", (await TryAsync(bureau, story, act => act with { Result = Rating.Satisfied })).Refusal?.Code);
        await CorrectAsync(bureau, story, act => act with { Attitude = Rating.BasicallySatisfied });
        var file = await story.FileAsync();
        Assert.Equal(Rating.BasicallySatisfied, file.Forms[0].Attitude);
        Assert.Equal((Rating.BasicallySatisfied, Rating.Unsatisfied), (file.Case.Attitude, file.Case.Result));

        await CorrectAsync(bureau, story, act => act with { Attitude = Rating.Unsatisfied });
        Assert.Equal("0/1（0.0%）", (await Assignment.Stages.FiguresAsync(bureau, story.Today)).SatisfiedWithAttitude.ToString());
    }

    [Fact]
    public async Task The_day_of_the_form_that_ended_the_case_moves_its_end_and_its_archive_term()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AnsweredAsync(bureau, Rating.Satisfied);

        var outcome = await TryAsync(bureau, story.On(6, 16), act => act with { FormOn = new DateOnly(2025, 6, 11) });

        Assert.Null(outcome.Refusal);
        var file = await story.FileAsync();
        Assert.Equal(new DateOnly(2025, 6, 11), file.Case.ClosedOn);
        Assert.Equal(new DateOnly(2025, 6, 11), file.Deadlines.Single(line => line.Kind == DeadlineKind.FeedbackReturn).MetOn);
        Assert.Equal([new MovedDate(DeadlineKind.Archive, new DateOnly(2025, 6, 19), new DateOnly(2025, 6, 18))], outcome.Moved);
        Assert.Equal("correction.too-early", (await TryAsync(bureau, story, act => act with { FormOn = new DateOnly(2025, 6, 4) })).Refusal?.Code);
    }

    [Fact]
    public async Task A_replaced_paper_stays_listed_struck_out_and_its_bytes_stay()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AnsweredAsync(bureau, Rating.Satisfied);
        var wrong = (await story.FileAsync()).Consultations[0].Proofs[0].FileId;
        var right = await bureau.PictureAsync(story.Id, "郑宁", story.Now);

        Assert.Equal("correction.last-proof", (await story.TryAsync("郑宁", new VoidPaper(wrong, Why))).Refusal?.Code);
        await story.DoAsync("郑宁", new ReplacePaper(wrong, right, Why));

        var file = await story.FileAsync();
        var struck = file.Files.Single(paper => paper.Id == wrong);
        Assert.Equal((story.Today, Why, right), (struck.VoidedOn, struck.VoidReason, struck.ReplacedById));
        Assert.NotNull(await bureau.WithAsync<FileCabinet, (string, string, byte[])?>(cabinet => cabinet.OpenAsync(bureau.SeesAs("许婧"), wrong, TestContext.Current.CancellationToken)));
        Assert.Contains(right, file.Consultations[0].Proofs.Select(proof => proof.FileId));
        Assert.Equal("correction.unknown-row", (await story.TryAsync("郑宁", new VoidPaper(wrong, Why))).Refusal?.Code);
        Assert.Equal("correction.paper-is-form", (await story.TryAsync("许婧", new VoidPaper(file.Forms[0].ScanId ?? default, Why))).Refusal?.Code);
    }

    [Fact]
    public async Task The_proof_of_one_meeting_does_not_replace_that_of_another()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AnsweredAsync(bureau, Rating.Satisfied);
        var file = await story.FileAsync();
        var bytes = (await bureau.ReadAsync(db => db.Files.Include(known => known.Content).SingleAsync(known => known.Id == file.Consultations[1].Proofs[0].FileId))).Content.Bytes;

        var again = await bureau.FileAsync(story.Id, "郑宁", bytes, story.Now);

        Assert.Equal("consultation.proof-used-before", (await story.TryAsync("郑宁", new ReplacePaper(file.Consultations[0].Proofs[0].FileId, again, Why))).Refusal?.Code);
    }

    private static async Task AgreesAsync(Bureau bureau, CaseDriver story)
    {
        Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(CaseActs.SubjectOf(story.Id), TestContext.Current.CancellationToken)));
        await Replays.AgreeAsync(bureau, story);
    }

    private static async Task<ActOutcome> TryAsync(Bureau bureau, CaseDriver story, Func<CorrectFeedback, CorrectFeedback> correct) =>
        await story.TryAsync("俞敏", correct(new CorrectFeedback((await story.FileAsync()).Forms[0].Id, Why) { EvidenceId = await bureau.PictureAsync(story.Id, "俞敏", story.Now) }));

    private static async Task CorrectAsync(Bureau bureau, CaseDriver story, Func<CorrectFeedback, CorrectFeedback> correct) =>
        Assert.Null((await TryAsync(bureau, story, correct)).Refusal);

    private static async Task<CaseDriver> AnsweredAsync(Bureau bureau, Rating result)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15, "C");
        await story.DeliveredAsync(6, 5);
        return await story.AnsweredAsync(6, 12, Rating.Satisfied, result);
    }
}
