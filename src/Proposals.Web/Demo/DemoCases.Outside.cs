using Proposals.Consultation;
using Proposals.Deadlines;

namespace Proposals.Web.Demo;

/// <summary>Cases that leave the bureau without a reply, or may.</summary>
internal sealed partial class DemoCases
{
    /// <summary>C11: not ours; the window closes tomorrow and the leader has not decided.</summary>
    private void BusConnections()
    {
        var assigned = calendar.AssignedSoThatDue(DeadlineKind.ReturnWindow, calendar.Wd(1), due => due > calendar.Today);
        var story = Tourism("C11", assigned);
        story.Registered(story.Day(1), Suggestion("73", "关于增设公交接驳线的建议", assigned, Member("邵国平")));
        story.Received(story.Day(1));
        story.ReturnRequested(calendar.Wd(-1), "公交线路的设置和调整由交通运输部门负责，不属于本局职责。", "区交通运输局");
    }

    /// <summary>C15: the proposer took it back while it was being handled.</summary>
    private void TourismBuses()
    {
        var assigned = calendar.Wd(-60);
        var story = Tourism("C15", assigned);
        story.Opened(Proposal("141", "关于开通旅游专线的提案", assigned, Member("姚敏")));
        story.Met(story.Day(10), ContactKind.Visit, "委员工作单位", "线路已列入交通部门计划，考虑撤回本件。", "待委员书面意见。");
        story.Withdrawn(calendar.Wd(-45), "提案人书面说明：所提线路已列入今年公交调整计划，申请撤回。");
    }

    /// <summary>C16: returned and granted; it went to the unit whose business it is.</summary>
    private void PublicToilets()
    {
        var assigned = calendar.Wd(-40);
        var story = Tourism("C16", assigned);
        story.Registered(story.Day(1), Suggestion("95", "关于完善公厕布局的建议", assigned, Member("沈佩芳")));
        story.Received(story.Day(1));
        story.ReturnRequested(story.Day(6), "公共厕所的规划和管理由城管部门负责，不属于本局职责。", "区城管局");
        story.ReturnApproved(story.Day(7));
        story.ReturnGranted(story.Day(9), "经研究，同意退办，改由区城管局办理。");
    }
}
