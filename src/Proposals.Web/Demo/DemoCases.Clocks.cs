using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Intake;

namespace Proposals.Web.Demo;

/// <summary>Cases whose dates moved.</summary>
internal sealed partial class DemoCases
{
    /// <summary>C14: extended in time, then handed over; what was done before still shows who did it, and no date moved with the hand-over.</summary>
    private void StreetGuidelines()
    {
        // Asked, agreed to and explained while the first date was still to come.
        var assigned = calendar.AssignedSoThatDue(DeadlineKind.Reply, calendar.Wd(-8), due => due > calendar.Wd(-15) && due < calendar.Wd(-3));
        var story = new DemoStory(schedule, calendar, new DemoCase("C14"), assigned) { Department = "产业规划科", Leader = "顾明远", Head = "蒋文", Handler = DemoPeople.Leaver };
        story.Opened(Proposal("217", "关于编制特色街区业态导则的提案", assigned, Member("魏思远")) with
        {
            OurRole = OurRole.SplitHandling,
            OtherUnits = [new UnitEntry("区住建局", OtherUnitRole.SplitHandling)],
        });
        story.Met(story.Day(12), ContactKind.Visit, "委员工作单位", "希望业态导则和街区风貌一起考虑，让商户看得懂、用得上。", "与区住建局的风貌导则同步征求商户意见。");
        story.ExtensionAsked(calendar.Wd(-20), calendar.Wd(20), "业态导则须与区住建局分办的风貌导则一并征求沿街商户意见，座谈和专家评审排在下月，按期答复只能是原则性意见。");
        story.ExtensionLetGo(calendar.Wd(-19), "情况属实，同意报请延期，其间每周调度。");
        story.ExtensionGranted(calendar.Wd(-17), "同意延期，请向提案人做好说明。");
        story.ExtensionExplained(calendar.Wd(-16));
        story.HandedOver(calendar.Wd(-DemoPeople.LeftWorkingDaysAgo), "唐可", "吴佳调离本局，本件移交唐可继续办理。");
    }
}
