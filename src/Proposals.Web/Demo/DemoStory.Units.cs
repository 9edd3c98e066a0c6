using Proposals.Assignment;
using Proposals.Feedback;

namespace Proposals.Web.Demo;

/// <summary>What passes between us and other units.</summary>
internal sealed partial class DemoStory
{
    public void UnitsAsked(DateOnly on) => schedule.On(on, 310, subject, Handler, known => new AskUnits([.. known.UnitIds.Values]));

    public void UnitAnswered(DateOnly on, string unit, UnitStance stance, string opinion)
    {
        var paper = schedule.NextPaper("会办意见");
        schedule.On(on, 320, subject, Handler, known => new RecordUnitOpinion(known.UnitIds[unit], stance, opinion) { PaperId = paper.Id }, proof: paper);
    }

    public void UnitUrged(DateOnly on, string unit, string text) => schedule.On(on, 110, subject, Clerk, known => new UrgeUnit(known.UnitIds[unit], text));

    /// <summary>重新交办.</summary>
    public void SentBackToUs(DateOnly on, string opinion) => schedule.On(on, 50, subject, Clerk, _ => new StartRehandling { Opinion = opinion });
}
