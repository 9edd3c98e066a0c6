using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Consultation;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Acts;

/// <summary>One effect and one named refusal, whoever is faster.</summary>
public sealed class RaceTests
{
    private static readonly int Rounds = Soak.Count(8);

    [Fact]
    public async Task Two_people_answering_the_same_step_at_once_leave_one_signature()
    {
        await using var bureau = await Bureau.OpenAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var story = await CheckedAsync(bureau, $"10{round}");
            var outcomes = await Task.WhenAll(
                AttemptAsync(bureau, story, "方晓岚", new ReviewByDeputy(true)),
                AttemptAsync(bureau, story, "沈立群", new ReviewByDeputy(false) { Opinion = "再改一改" }));

            Assert.Single(outcomes, outcome => outcome.IsDone);
            Assert.Equal("act.overtaken", Assert.Single(outcomes, outcome => !outcome.IsDone).Refusal?.Code);
            Assert.Single((await story.FileAsync()).Replies[0].Reviews, review => review.Stage == ReviewStage.Deputy);
            await WholeAsync(bureau, story);
        }
    }

    [Fact]
    public async Task A_consultation_voided_while_another_signs_never_leaves_a_signature_that_lacks_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var story = await CheckedAsync(bureau, $"20{round}");
            var held = (await story.FileAsync()).Consultations[0];
            var outcomes = await Task.WhenAll(
                AttemptAsync(bureau, story, "方晓岚", new ReviewByDeputy(true)),
                AttemptAsync(bureau, story, "许婧", new VoidConsultation(held.Id, "登记错办件")));

            Assert.Single(outcomes, outcome => outcome.IsDone);
            Assert.Equal("act.overtaken", Assert.Single(outcomes, outcome => !outcome.IsDone).Refusal?.Code);
            var file = await story.FileAsync();
            Assert.NotEqual(file.CurrentReply?.SignedOn is not null, file.Consultations[0].VoidedOn is not null);
            await WholeAsync(bureau, story);
        }
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_act()
    {
        await using var bureau = await Bureau.OpenAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var story = await CheckedAsync(bureau, $"30{round}");
            var key = Guid.NewGuid();
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => AttemptAsync(bureau, story, "方晓岚", new ReviewByDeputy(true), key)));

            Assert.All(outcomes, outcome => Assert.True(outcome.IsDone, outcome.Refusal?.Code));
            Assert.Single(outcomes, outcome => !outcome.WasRepeated);
            Assert.Single((await story.FileAsync()).Replies[0].Reviews, review => review.Stage == ReviewStage.Deputy);
            await WholeAsync(bureau, story);
        }
    }

    [Fact]
    public async Task One_item_registered_by_two_clerks_at_once_is_one_case()
    {
        await using var bureau = await Bureau.OpenAsync();
        var registration = CaseDriver.Registration("400", new DateOnly(2025, 3, 17));
        var now = new DateTimeOffset(2025, 3, 18, 1, 0, 0, TimeSpan.Zero);
        var outcomes = await Task.WhenAll(new[] { "许婧", "俞敏" }.Select(who =>
            Task.Run(() => bureau.RunAsync(null, new ActRequest(bureau.Id(who), Guid.NewGuid(), 0, new ActLine(registration)), now))));

        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.Equal("intake.already-registered", Assert.Single(outcomes, outcome => !outcome.IsDone).Refusal?.Code);
        Assert.Equal(1, await bureau.ReadAsync(db => db.Cases.CountAsync()));
    }

    private static Task<ActOutcome> AttemptAsync(Bureau bureau, CaseDriver story, string who, CaseAct act, Guid? key = null)
    {
        var request = new ActRequest(bureau.Id(who), key ?? Guid.NewGuid(), story.Revision, new ActLine(act));
        return Task.Run(() => bureau.RunAsync(story.Id, request, story.Now));
    }

    private static async Task<CaseDriver> CheckedAsync(Bureau bureau, string number)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration(number, new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        return await story.CheckedAsync(5, 15);
    }

    private static async Task WholeAsync(Bureau bureau, CaseDriver story) =>
        Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(CaseActs.SubjectOf(story.Id), TestContext.Current.CancellationToken)));
}
