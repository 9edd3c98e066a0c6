using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;

namespace Proposals.Web.Demo;

/// <summary>Cases that other units have a part in.</summary>
internal sealed partial class DemoCases
{
    /// <summary>C06: the result did not satisfy; the second round asks for the deputy leader in person, the first stays readable.</summary>
    private void OldShoppingStreet()
    {
        var reassigned = calendar.AssignedSoThatDue(DeadlineKind.Rehandle, calendar.Wd(9), due => due > calendar.Today && calendar.IsWorkingDay(due));
        var delivered = calendar.After(reassigned, -15);
        var assigned = calendar.After(delivered, -48);
        var story = Commerce("C06", assigned);
        story.Opened(Suggestion("45", "关于改善老商业街区停车与步行环境的建议", assigned, Member("梁国栋")) with
        {
            OurRole = OurRole.LeadOrganizer,
            OtherUnits = [new UnitEntry("区公安分局", OtherUnitRole.CoOrganizer)],
        });
        story.UnitsAsked(story.Day(7));
        story.Met(story.Day(12), ContactKind.Visit, "代表联络站", "停车位不足，行人被挤到车道上。", "会同区公安分局踏勘后再谈。");
        story.UnitAnswered(story.Day(20), "区公安分局", UnitStance.Remarks, "同意在周边支路增划限时泊位；步行街出入口设置隔离设施须先做交通影响评估。");
        story.Met(story.Day(22), ContactKind.SiteInspection, "老商业街区", "希望先把人行道让出来。", "区公安分局评估后明确方案。");
        story.Submitted(story.Day(36), "C", "经我局主办，区公安分局会办，现答复如下：\n一、关于停车。街区周边用地紧张，近期暂不具备新建停车场的条件。\n二、关于步行环境。出入口隔离设施须待交通影响评估完成后研究。");
        story.HeadSays(story.Day(37), true, "同意报审。");
        story.OfficeSays(story.Day(38), true, "会办意见已写入。");
        story.LeaderSigns(story.Day(40));
        story.Sealed(story.Day(41));
        story.Delivered(delivered, "何悦");
        story.Answered(calendar.After(delivered, 6), Rating.Satisfied, Rating.Unsatisfied, "态度很好，但问题一项也没有解决。");
        story.SentBackToUs(reassigned, "请承办单位重新研究，由局领导当面听取意见。");
    }

    /// <summary>C10: one opinion is in, the other is late and makes the case red; the draft came back to wait for it.</summary>
    private void ColdChain()
    {
        var assigned = calendar.Wd(-32);
        var story = new DemoStory(schedule, calendar, new DemoCase("C10"), assigned) { Department = "产业规划科", Leader = "顾明远", Head = "蒋文", Handler = "唐可" };
        story.Opened(Proposal("142", "关于建设区级冷链物流中心的提案", assigned, Member("洪嘉")) with
        {
            OurRole = OurRole.LeadOrganizer,
            OtherUnits = [new UnitEntry("区农业农村局", OtherUnitRole.CoOrganizer), new UnitEntry("区交通运输局", OtherUnitRole.CoOrganizer)],
        });
        story.ReceiptCorrected(story.Day(3), assigned, "签收日期误登为次日，交办单上的签收日期是交办当日。");
        story.UnitsAsked(story.Day(6));
        story.Met(story.Day(10), ContactKind.Visit, "委员企业", "冷链断在最后一公里，希望区里建一个共用的中心。", "先摸清需求，再谈选址。");
        story.UnitAnswered(story.Day(15), "区农业农村局", UnitStance.Agrees, "同意建设，愿提供产地预冷设施的布点资料。");
        story.Met(story.Day(18), ContactKind.Symposium, "局三楼会议室", "建议与农产品批发市场合建。", "选址方案征求交通部门意见。");
        story.Submitted(calendar.Wd(-6), "A", "一、关于建设必要性。经调研，全区冷链需求已具规模。\n二、关于选址。拟与农产品批发市场合建。");
        story.HeadSays(calendar.Wd(-5), false, "选址须有区交通运输局的意见，请催办后再报。");
        story.UnitUrged(calendar.Wd(-3), "区交通运输局", "电话联系规划科，答复正在会签。");
        story.UnitUrged(calendar.Wd(-1), "区交通运输局", "再次电话催办，请其最迟本周函复。");
    }

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
