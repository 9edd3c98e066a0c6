using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Deadlines;

public sealed class LightTests
{
    [Fact]
    public async Task A_case_goes_from_green_over_yellow_for_its_target_and_blue_to_red()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();

        var subject = await story.CaseAsync();
        Assert.Equal(new DateOnly(2025, 6, 17), subject.DueOn);
        Assert.Equal(Light.Green, subject.LightOn(new DateOnly(2025, 3, 24)));
        Assert.Equal(Light.Yellow, subject.LightOn(new DateOnly(2025, 4, 9)));
        Assert.Equal(Light.Yellow, subject.LightOn(new DateOnly(2025, 6, 17)));
        Assert.Equal(Light.Red, subject.LightOn(new DateOnly(2025, 6, 18)));
    }

    [Fact]
    public async Task A_warning_that_would_lie_in_the_first_half_of_its_term_is_left_out()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        var lines = (await story.FileAsync()).Deadlines;

        Assert.NotNull(Assert.Single(lines, line => line.Kind == DeadlineKind.Reply).BlueFrom);
        var allocation = Assert.Single(lines, line => line.Kind == DeadlineKind.InternalAllocation);
        Assert.Equal(new DateOnly(2025, 3, 31), allocation.DueOn);
        Assert.Null(allocation.BlueFrom);
        Assert.Equal(new DateOnly(2025, 3, 24), allocation.YellowFrom);
    }

    [Fact]
    public async Task Beyond_the_imported_calendar_a_date_is_provisional()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2026, 11, 20)));

        Assert.True((await story.CaseAsync()).DueIsProvisional);
        Assert.False((await story.FileAsync()).Deadlines.Single(line => line.Kind == DeadlineKind.FirstContact).IsProvisional);
    }
}
