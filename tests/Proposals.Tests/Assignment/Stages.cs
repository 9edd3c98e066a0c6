using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Audit;
using Proposals.Consultation;
using Proposals.Feedback;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Statistics;
using Proposals.Tests.Audit;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Assignment;

/// <summary>Where a case may stand when something from outside happens to it.</summary>
public enum Stage
{
    Registered,
    Received,
    Proposed,
    Allocated,
    Accepted,
    Consulted,
    Drafted,
    Checked,
    AwaitingSeal,
    Sealed,
    Rehandling,
}

internal static class Stages
{
    /// <summary>The window of a case assigned on 2025-03-17.</summary>
    public static readonly DateOnly LastDay = new(2025, 3, 31);

    public static async Task<CaseDriver> AtAsync(Bureau bureau, Stage stage, string number = "258")
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration(number, new DateOnly(2025, 3, 17)));
        foreach (var (reached, goAsync) in Ways(bureau, story))
        {
            if (stage < reached)
                break;
            await goAsync();
        }

        return story;
    }

    public static RequestReturn Return(Bureau bureau, string leader = "方晓岚") => new("公交线路不属于本局职责。", "区交通运输局", bureau.Id(leader));

    /// <summary>Asked for and approved, by the principal where the window is over.</summary>
    public static async Task<CaseDriver> ReturnSentAsync(Bureau bureau, CaseDriver story)
    {
        var leader = story.Today > LastDay ? "沈立群" : "方晓岚";
        await story.DoAsync("许婧", Return(bureau, leader));
        return await story.DoAsync(leader, new DecideReturn(true) { Opinion = "情况特殊，同意。" });
    }

    public static async Task<WithdrawCase> NoticeAsync(Bureau bureau, CaseDriver story) => new("提案人书面申请撤回。", await bureau.PictureAsync(story.Id, "许婧", story.Now));

    public static async Task<RecordReassignment> ReassignedAsync(Bureau bureau, CaseDriver story, string reason = "") =>
        new("区文广局") { Reason = reason, PaperId = await bureau.PictureAsync(story.Id, "许婧", story.Now) };

    public static Task<Figures> FiguresAsync(Bureau bureau, DateOnly today) =>
        bureau.WithAsync<FigureQuery, Figures>(query => query.OfYearAsync(bureau.SeesAs("许婧"), 2025, today, TestContext.Current.CancellationToken));

    public static async Task<IReadOnlyList<string>> InboxAsync(Bureau bureau, string who) =>
        [.. (await bureau.WithAsync<InboxQuery, InboxPage>(query => query.PageAsync(bureau.SeesAs(who), InboxTab.Mine, null, 50, TestContext.Current.CancellationToken))).Rows.Select(row => row.Step.Name)];

    /// <summary>The chain holds, and played again it leads every workflow of the case where it stands.</summary>
    public static async Task WholeAsync(Bureau bureau, CaseDriver story)
    {
        Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(CaseActs.SubjectOf(story.Id), TestContext.Current.CancellationToken)));
        await Replays.AgreeAsync(bureau, story);
    }

    /// <summary>Nobody is asked for anything, nothing is owed, no workflow runs.</summary>
    public static async Task OverAsync(Bureau bureau, CaseDriver story)
    {
        var file = await story.FileAsync();
        Assert.Empty(file.Waiting);
        Assert.Empty(file.OnHold);
        Assert.DoesNotContain(file.Steps.SelectMany(step => step.WorkItems), item => item.State is WorkItemState.Offered or WorkItemState.Held);
        Assert.DoesNotContain(file.Deadlines, line => line.IsOpen);
        Assert.Equal((null, null, null, null), (file.Case.HeldBy, file.Case.ReturnStage, file.Case.DueOn, file.Case.InternalDueOn));
        Assert.Equal(0, await bureau.ReadAsync(db => db.WorkflowInstances.CountAsync(instance => instance.CaseId == story.Id && instance.FinishedAt == null)));
        await WholeAsync(bureau, story);
    }

    private static IEnumerable<(Stage Reached, Func<Task> GoAsync)> Ways(Bureau bureau, CaseDriver story)
    {
        yield return (Stage.Received, () => story.On(3, 18).DoAsync("许婧", new ReceiveCase()));
        yield return (Stage.Proposed, async () => await story.DoAsync("俞敏", new ProposeAllocation(await bureau.DepartmentAsync("旅游科"))));
        yield return (Stage.Allocated, () => story.On(3, 24).DoAsync("方晓岚", new DecideAllocation(true)));
        yield return (Stage.Accepted, () => story.DoAsync("王海涛", new AcceptAndName(bureau.Id("郑宁"))));
        yield return (Stage.Consulted, async () =>
        {
            await story.MeetAsync(ContactKind.Visit, 3, 28);
            await story.MeetAsync(ContactKind.Visit, 4, 16);
        });
        yield return (Stage.Drafted, () => story.On(5, 15).DoAsync("郑宁", CaseDriver.Draft("C")));
        yield return (Stage.Checked, async () =>
        {
            await story.DoAsync("王海涛", new ReviewByHead(true));
            await story.DoAsync("俞敏", new ReviewByOffice(true));
        });
        yield return (Stage.AwaitingSeal, () => story.DoAsync("方晓岚", new ReviewByDeputy(true)));
        yield return (Stage.Sealed, () => story.SealedAsync());
        yield return (Stage.Rehandling, async () =>
        {
            await story.On(6, 17).DoAsync("郑宁", new RecordDelivery([story.LeadProposer], DeliveryWay.HandedOver) { HandedOverById = bureau.Id("郑宁") });
            await story.AnsweredAsync(7, 3, Rating.Satisfied, Rating.Unsatisfied);
            await story.On(7, 8).DoAsync("许婧", new StartRehandling());
        });
    }
}
