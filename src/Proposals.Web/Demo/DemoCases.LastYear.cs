using Proposals.FollowUp;
using Proposals.Reply;

namespace Proposals.Web.Demo;

/// <summary>What happened lately to the promises of last year's items: the look back.</summary>
internal sealed partial class DemoCases
{
    /// <param name="taken">The cases that the ledger became, by their codes.</param>
    public void LookBack(IReadOnlyDictionary<string, DemoCase> taken)
    {
        Solved(Tourism(taken["L01"]), "三处导览服务点均已开放。");
        Solved(Commerce(taken["L02"]), "新增便利店22家，超过承诺。");
        Solved(Other(taken["L03"], "招商服务科", "钱一帆", "高翔"), "已为全部在建项目配备服务专员。");
        Other(taken["L04"], "农产品安全科", "冯玉兰", "曹磊").Reported(calendar.Wd(-8), 0, "两个交易点改造完工，已报办公室核查。");
        Other(taken["L05"], "产业规划科", "蒋文", "唐可").Progressed(calendar.Wd(-7), 0, "规划文本已完成征求意见稿。");
        Tourism(taken["L06"]).Progressed(calendar.Wd(-6), 0, "暂未完成：用地手续尚在办理。下一步：年内完成选址，先增设临时车位60个。");
    }

    /// <summary>B转A: kept, looked at, told to the proposer.</summary>
    private void Solved(DemoStory story, string text)
    {
        story.Kept(calendar.Wd(-14), calendar.Wd(-13), 0, text, "现场核查属实，同意销号。");
        story.ToldAgain(calendar.Wd(-12), $"您提出的意见已落实：{text}");
        story.Upgraded(calendar.Wd(-11), "A");
        story.Archived(calendar.Wd(-10));
    }

    private DemoStory Tourism(DemoCase subject) => new(schedule, calendar, subject, calendar.Today) { Department = "旅游科", Leader = "方晓岚", Head = "王海涛", Handler = "郑宁" };

    private DemoStory Commerce(DemoCase subject) => new(schedule, calendar, subject, calendar.Today) { Department = "商贸发展科", Leader = "方晓岚", Head = "孙国强", Handler = "何悦" };

    private DemoStory Other(DemoCase subject, string department, string head, string handler) =>
        new(schedule, calendar, subject, calendar.Today) { Department = department, Leader = "顾明远", Head = head, Handler = handler };
}

/// <summary>After the reply was answered.</summary>
internal sealed partial class DemoStory
{
    public void Reported(DateOnly on, int commitment, string text)
    {
        var proof = schedule.NextPaper("落实佐证");
        schedule.On(on, 400, subject, Handler, known => new RecordProgress(known.CommitmentIds[commitment], CommitmentState.Kept, text) { ProofId = proof.Id }, proof: proof);
    }

    public void ToldAgain(DateOnly on, string text) => schedule.On(on, 340, subject, Handler, _ => new RecordSecondReply(text, DeliveryWay.HandedOver));

    public void Upgraded(DateOnly on, string resultClass) => schedule.On(on, 250, subject, Leader, _ => new UpgradeClass(resultClass));
}
