using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Reply;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.FollowUp;

public sealed class CommitmentTests
{
    [Fact]
    public async Task A_reply_of_class_B_names_its_promises()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await BeginAsync(bureau);

        Assert.Equal("reply.commitments-missing", (await story.TryAsync("郑宁", CaseDriver.Draft("B"))).Refusal?.Code);
    }

    [Fact]
    public async Task The_case_closes_when_the_last_promise_is_kept_and_shines_red_while_one_is_late()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await BeginAsync(bureau);
        await story.DoAsync("郑宁", CaseDriver.Draft("B") with { Commitments = [new Promise("更新标识", new DateOnly(2025, 7, 31)), new Promise("开通夜游", new DateOnly(2025, 12, 31))] });
        await story.DoAsync("王海涛", new ReviewByHead(true));
        await story.DoAsync("俞敏", new ReviewByOffice(true));
        await story.DeliveredAsync(6, 5);
        await story.AnsweredAsync(6, 12, Rating.Satisfied, Rating.Satisfied);

        var open = await story.CaseAsync();
        Assert.Equal((CaseState.FollowUp, 2), (open.State, open.OpenCommitments));
        Assert.Equal(Light.Green, open.LightOn(new DateOnly(2025, 7, 1)));
        Assert.Equal(Light.Yellow, open.LightOn(new DateOnly(2025, 7, 31)));
        Assert.Equal(Light.Red, open.LightOn(new DateOnly(2025, 8, 1)));

        var promises = (await story.FileAsync()).Commitments;
        await story.On(8, 4).DoAsync("郑宁", new RecordProgress(promises[0].Id, CommitmentState.Kept, "标识全部更新"));
        Assert.Equal(CaseState.FollowUp, (await story.CaseAsync()).State);
        Assert.Equal(Light.Green, (await story.CaseAsync()).LightOn(new DateOnly(2025, 8, 4)));
        await story.On(9, 1).DoAsync("郑宁", new RecordProgress(promises[1].Id, CommitmentState.Kept, "夜游已开通"));

        Assert.Equal(CaseState.Closed, (await story.CaseAsync()).State);
        Assert.Equal(["办结归档"], await story.WaitsForAsync());
        await story.ArchivedAsync();
        Assert.Equal(Light.Off, (await story.CaseAsync()).LightOn(new DateOnly(2025, 9, 1)));
    }

    private static async Task<CaseDriver> BeginAsync(Bureau bureau)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        return story.On(5, 15);
    }
}
