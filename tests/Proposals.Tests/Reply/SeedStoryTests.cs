using Proposals.Audit;
using Proposals.Consultation;
using Proposals.Handling;
using Proposals.Statistics;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Reply;

public sealed class SeedStoryTests
{
    [Fact]
    public async Task Four_consultations_and_the_principals_visit_end_in_a_satisfied_archived_case()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Symposium, 4, 16);
        await story.MeetAsync(ContactKind.Phone, 5, 6);
        await story.CheckedAsync(5, 15);
        await story.MeetAsync(ContactKind.Visit, 5, 20);
        await story.MeetAsync(ContactKind.Visit, 6, 5, withLeader: "沈立群");
        await story.DeliveredAsync(6, 5, by: "沈立群");
        await story.AnsweredAsync(6, 12, Rating.Satisfied, Rating.Satisfied);
        await story.ArchivedAsync();

        var file = await story.FileAsync();
        Assert.Equal(CaseState.Archived, file.Case.State);
        Assert.Equal(4, file.Case.ValidConsultations);
        Assert.Equal(5, file.Case.Contacts);
        Assert.Equal(Rank.Principal, file.Consultations.Max(held => held.HighestRank));
        Assert.Equal(new DateOnly(2025, 6, 17), file.Case.ReplyDueOn);
        Assert.Equal("云经旅提〔2025〕1号", file.CurrentReply?.DocumentNumber);
        Assert.Equal("A", file.Case.ResultClass);
        Assert.Empty(file.Waiting);
        Assert.NotNull(await bureau.ReadAsync(db => Task.FromResult(db.WorkflowInstances.Single(instance => instance.CaseId == story.Id).FinishedAt)));

        var figures = await bureau.WithAsync<FigureQuery, Figures>(query => query.OfYearAsync(bureau.SeesAs("杜青"), 2025, new DateOnly(2025, 6, 30), TestContext.Current.CancellationToken));
        Assert.All([figures.Replied, figures.RepliedOnTime, figures.Closed, figures.Consulted[1], figures.Consulted[2], figures.SatisfiedWithAttitude, figures.SatisfiedWithResult],
            rate => Assert.Equal("1/1（100.0%）", rate.ToString()));
        Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(Proposals.Acts.CaseActs.SubjectOf(story.Id), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Every_step_lies_with_the_person_whose_turn_it_is()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        Assert.Equal(["签收登记"], await story.WaitsForAsync());
        await story.AcceptedAsync();
        Assert.Equal(["面商"], await story.WaitsForAsync());
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        Assert.Equal(["面商"], await story.WaitsForAsync());
        await story.MeetAsync(ContactKind.Symposium, 4, 16);
        Assert.Equal(["拟复函"], await story.WaitsForAsync());
        await story.CheckedAsync(5, 15);
        var waiting = Assert.Single((await story.FileAsync()).Waiting);
        Assert.Equal("分管领导签发", waiting.Name);
        Assert.Equal(bureau.Id("方晓岚"), Assert.Single(waiting.WorkItems).OwnerId);
        Assert.Equal(CaseState.AwaitingSignature, (await story.CaseAsync()).State);
    }
}
