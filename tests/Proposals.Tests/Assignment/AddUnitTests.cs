using Proposals.Assignment;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Assignment;

/// <summary>增办: we keep the case and get company.</summary>
public sealed class AddUnitTests
{
    private static readonly RequestAddUnit Police = new("区公安分局", OtherUnitRole.CoOrganizer, "涉及停车秩序管理。");

    [Theory]
    [InlineData(null, OurRole.LeadOrganizer, OtherUnitRole.CoOrganizer)]
    [InlineData(OtherUnitRole.CoOrganizer, OurRole.LeadOrganizer, OtherUnitRole.CoOrganizer)]
    [InlineData(OtherUnitRole.SplitHandling, OurRole.SplitHandling, OtherUnitRole.SplitHandling)]
    public async Task A_granted_unit_takes_part_as_the_answer_says(OtherUnitRole? answered, OurRole ours, OtherUnitRole theirs)
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        var before = await story.FileAsync();
        await story.DoAsync("许婧", Police);
        Assert.Equal(["面商"], await story.WaitsForAsync());

        await story.On(3, 28).DoAsync("许婧", new AnswerAddUnit(await AskedAsync(story), true) { Role = answered, Answer = "同意。" });

        var file = await story.FileAsync();
        var unit = Assert.Single(file.Case.Units);
        Assert.Equal(("区公安分局", theirs, ours), (unit.Name, unit.Role, file.Case.OurRole));
        Assert.Equal((before.Case.State, before.Case.DueOn), (file.Case.State, file.Case.DueOn));
        Assert.Equal(theirs == OtherUnitRole.CoOrganizer ? ["面商", "征求会办意见"] : ["面商"], await story.WaitsForAsync());
        Assert.Equal(1, (await Stages.FiguresAsync(bureau, story.Today)).Owed);
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task What_was_granted_before_anybody_handles_the_case_is_asked_for_once_somebody_does()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Allocated);
        await story.DoAsync("许婧", Police);
        await story.DoAsync("许婧", new AnswerAddUnit(await AskedAsync(story), true));
        Assert.Equal(["科室接收并确定经办人"], await story.WaitsForAsync());

        await story.DoAsync("王海涛", new AcceptAndName(bureau.Id("郑宁")));
        Assert.Equal(["面商", "征求会办意见"], await story.WaitsForAsync());
    }

    [Fact]
    public async Task No_unit_is_added_to_a_reply_that_was_delivered()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Sealed);
        await story.DoAsync("许婧", Police);
        await story.On(6, 17).DoAsync("郑宁", new Proposals.Reply.RecordDelivery([story.LeadProposer], Proposals.Reply.DeliveryWay.Post));

        Assert.Equal("assignment.replied-without-it", (await story.TryAsync("许婧", new AnswerAddUnit(await AskedAsync(story), true))).Refusal?.Code);
        Assert.Equal(OurRole.SoleOrganizer, (await story.CaseAsync()).OurRole);
        await story.DoAsync("许婧", new AnswerAddUnit(await AskedAsync(story), false));
    }

    [Fact]
    public async Task A_refused_unit_changes_nothing_and_the_answer_stays_readable()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Received);
        await story.DoAsync("许婧", Police);

        await story.On(3, 28).DoAsync("许婧", new AnswerAddUnit(await AskedAsync(story), false) { Answer = "由你局独办。" });

        var file = await story.FileAsync();
        Assert.Empty(file.Case.Units);
        Assert.Equal((OurRole.SoleOrganizer, false, "由你局独办。"), (file.Case.OurRole, file.AddedUnits[0].Granted, file.AddedUnits[0].Answer));
        Assert.Equal("assignment.no-unit-asked-for", (await story.TryAsync("许婧", new AnswerAddUnit(file.AddedUnits[0].Id, true))).Refusal?.Code);
    }

    [Fact]
    public async Task No_unit_is_asked_for_twice_and_none_becomes_the_lead()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Received);
        await story.DoAsync("许婧", Police);

        Assert.Equal("assignment.unit-is-asked-for", (await story.TryAsync("许婧", Police)).Refusal?.Code);
        Assert.Equal("assignment.lead-is-not-added", (await story.TryAsync("许婧", new RequestAddUnit("区住建局", OtherUnitRole.LeadOrganizer, "由其主办"))).Refusal?.Code);
        await story.DoAsync("许婧", new AnswerAddUnit(await AskedAsync(story), true));
        Assert.Equal("assignment.unit-is-there", (await story.TryAsync("许婧", Police)).Refusal?.Code);
        Assert.Equal("act.not-entitled", (await story.TryAsync("王海涛", new AnswerAddUnit(Guid.NewGuid(), true))).Refusal?.Code);
    }

    private static async Task<Guid> AskedAsync(CaseDriver story) => (await story.FileAsync()).AddedUnits.Single(request => request.Granted is null).Id;
}
