using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Intake;

namespace Proposals.Web.Demo;

/// <summary>Cases that other units have a part in.</summary>
internal sealed partial class DemoCases
{
    /// <summary>C09: another unit leads; our opinion waits for its signature, and its term is near.</summary>
    private void CanalFootpaths()
    {
        var assigned = calendar.AssignedSoThatDue(DeadlineKind.CoOpinion, calendar.Wd(2), due => due > calendar.Today && calendar.IsWorkingDay(due));
        var story = Tourism("C09", assigned);
        story.Opened(Proposal("88", "关于打造运河沿线慢行步道的提案", assigned, Member("沈若兰")) with
        {
            OurRole = OurRole.CoOrganizer,
            OtherUnits = [new UnitEntry("区住建局", OtherUnitRole.LeadOrganizer)],
        });
        story.Submitted(calendar.Wd(-4), "", "区住建局：\n　　贵单位主办的《关于打造运河沿线慢行步道的提案》收悉。经研究，提出会办意见如下：\n　　一、同意将慢行步道纳入“运河夜游”线路，由我局统一设计导览标识。\n　　二、建议在老码头、夜市两处增设休息和停车设施。\n　　以上意见，供答复时参考。");
        story.HeadSays(calendar.Wd(-3), true, "同意报审。");
        story.OfficeSays(calendar.Wd(-2), true, "请尽快签发，期限将到。");
    }
}
