using Proposals.Consultation;
using Proposals.Handling;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Audit;

/// <summary>The chain alone says what the workflow was told: played again it gives the very same state.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task The_chain_played_again_gives_the_instance_as_it_is()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Phone, 4, 1);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15, "C");
        await story.DeliveredAsync(6, 5);
        await story.AnsweredAsync(6, 12, Rating.Satisfied, Rating.Unsatisfied);

        await Replays.AgreeAsync(bureau, story);
    }
}
