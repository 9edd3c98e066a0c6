using Proposals.Assignment;

namespace Proposals.Web.Demo;

/// <summary>How a demo case leaves the bureau.</summary>
internal sealed partial class DemoStory
{
    public void ReturnRequested(DateOnly on, string reason, string unit) => schedule.On(on, 140, subject, Clerk, _ => new RequestReturn(reason, unit, schedule.Id(Leader)));

    public void ReturnApproved(DateOnly on) => schedule.On(on, 90, subject, Leader, _ => new DecideReturn(true) { Opinion = "同意退办。" });

    public void ReturnGranted(DateOnly on, string answer)
    {
        var paper = schedule.NextPaper("退办答复");
        schedule.On(on, 120, subject, Clerk, _ => new AnswerReturn(true) { Answer = answer, PaperId = paper.Id }, proof: paper);
    }

    public void Withdrawn(DateOnly on, string reason)
    {
        var notice = schedule.NextPaper("撤案函");
        schedule.On(on, 160, subject, Clerk, _ => new WithdrawCase(reason, notice.Id), proof: notice);
    }
}
