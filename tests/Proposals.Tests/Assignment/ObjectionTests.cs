using Proposals.Assignment;
using Proposals.Handling;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Assignment;

/// <summary>提出异议: the department says so, the leader decides.</summary>
public sealed class ObjectionTests
{
    [Fact]
    public async Task An_objection_holds_the_case_until_the_leader_has_decided()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await RaisedAsync(bureau);

        var file = await story.FileAsync();
        Assert.Equal((CaseState.Allocated, HoldReason.Objection), (file.Case.State, file.Case.HeldBy));
        Assert.Equal(["异议审定"], await story.WaitsForAsync());
        Assert.Equal(["异议审定"], await Stages.InboxAsync(bureau, "方晓岚"));
        Assert.Empty(await Stages.InboxAsync(bureau, "王海涛"));
        Assert.Equal("act.on-hold", (await story.TryAsync("王海涛", new AcceptAndName(bureau.Id("郑宁")))).Refusal?.Code);
        Assert.Equal("act.not-entitled", (await story.TryAsync("王海涛", new DecideObjection(true))).Refusal?.Code);
        Assert.Equal("act.not-entitled", (await story.TryAsync("顾明远", new DecideObjection(true))).Refusal?.Code);
    }

    [Fact]
    public async Task An_objection_that_is_upheld_sends_the_case_back_to_be_proposed_anew()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await RaisedAsync(bureau);

        await story.On(3, 26).DoAsync("方晓岚", new DecideObjection(true) { Opinion = "同意科室意见。" });

        var file = await story.FileAsync();
        Assert.Equal((CaseState.Received, null, null, null), (file.Case.State, file.Case.HeldBy, file.Case.DepartmentId, file.Case.AllocatedOn));
        // The department's words are its own and stand at its objection, never as the leader's.
        Assert.Equal((AllocationDecision.ObjectedTo, "", "属于规划职能。"), (file.Allocations[0].Decision, file.Allocations[0].DecisionOpinion, file.Objections[0].Reason));
        Assert.Equal("Objected", file.Steps.Single(step => step.ActivityType == "Proposals.AcceptAndName").Port);
        Assert.Equal(["拟办"], await story.WaitsForAsync());

        await story.DoAsync("俞敏", new ProposeAllocation(await bureau.DepartmentAsync("产业规划科")));
        await story.DoAsync("顾明远", new DecideAllocation(true));
        await story.DoAsync("蒋文", new AcceptAndName(bureau.Id("唐可")));
        Assert.Equal(["面商"], await story.WaitsForAsync());
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task An_objection_that_is_dismissed_leaves_the_case_with_the_department_for_good()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await RaisedAsync(bureau);

        Assert.Equal("act.missing", (await story.TryAsync("方晓岚", new DecideObjection(false))).Refusal?.Code);
        await story.On(3, 26).DoAsync("方晓岚", new DecideObjection(false) { Opinion = "以旅游为主，由旅游科办理。" });

        Assert.Equal(CaseState.Allocated, (await story.CaseAsync()).State);
        Assert.Equal(["科室接收并确定经办人"], await Stages.InboxAsync(bureau, "王海涛"));
        Assert.Equal("assignment.objection-dismissed", (await story.TryAsync("王海涛", new ObjectToAllocation("仍有异议。"))).Refusal?.Code);
        await story.DoAsync("王海涛", new AcceptAndName(bureau.Id("郑宁")));
        Assert.Equal(["面商"], await story.WaitsForAsync());
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task The_department_alone_objects_and_only_before_it_accepts()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Allocated);

        Assert.Equal("act.not-entitled", (await story.TryAsync("孙国强", new ObjectToAllocation("不属于本科室。"))).Refusal?.Code);
        await story.DoAsync("王海涛", new AcceptAndName(bureau.Id("郑宁")));
        Assert.Equal("assignment.not-allocated", (await story.TryAsync("王海涛", new ObjectToAllocation("不属于本科室。"))).Refusal?.Code);
        Assert.Equal("assignment.no-objection-pending", (await story.TryAsync("方晓岚", new DecideObjection(true))).Refusal?.Code);
    }

    private static async Task<CaseDriver> RaisedAsync(Bureau bureau)
    {
        var story = await Stages.AtAsync(bureau, Stage.Allocated);
        return await story.On(3, 25).DoAsync("王海涛", new ObjectToAllocation("属于规划职能。"));
    }
}
