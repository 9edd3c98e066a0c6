using Proposals.Deadlines;

namespace Proposals.Web.Demo;

/// <summary>延期 of a demo case: asked for, let go out, answered, told to the proposer.</summary>
internal sealed partial class DemoStory
{
    public void ExtensionAsked(DateOnly on, DateOnly until, string reason) => schedule.On(on, 340, subject, Handler, _ => new RequestExtension(reason, until, schedule.Id(Leader)));

    public void ExtensionLetGo(DateOnly on, string opinion) => schedule.On(on, 90, subject, Leader, _ => new DecideExtension(true) { Opinion = opinion });

    public void ExtensionGranted(DateOnly on, string answer)
    {
        var paper = schedule.NextPaper("延期答复");
        schedule.On(on, 120, subject, Clerk, _ => new AnswerExtension(true) { Answer = answer, PaperId = paper.Id }, proof: paper);
    }

    public void ExtensionExplained(DateOnly on)
    {
        var letter = schedule.NextPaper("延期说明");
        schedule.On(on, 330, subject, Handler, _ => new ExplainExtension(letter.Id), proof: letter);
    }
}
