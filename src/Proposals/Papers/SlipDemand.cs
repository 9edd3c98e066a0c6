using Proposals.Deadlines;

namespace Proposals.Papers;

/// <summary>办理要求: what a slip asks for, as one sentence or two.</summary>
internal static class SlipDemand
{
    /// <param name="kind">Which deadline.</param>
    /// <param name="name">What papers call it, for the kinds without a sentence of their own.</param>
    /// <param name="dueOn">The date that the rung was raised for.</param>
    /// <param name="isOver">It had passed by then.</param>
    /// <param name="answerBy">By when a leader wants to hear; null where he named no day.</param>
    public static string Of(DeadlineKind kind, string name, DateOnly dueOn, bool isOver, DateOnly? answerBy)
    {
        var work = WorkOf(kind, name);
        if (!isOver)
            return $"请于{LetterSignature.Date(dueOn)}前{work}。确有困难的，请及时向办公室说明原因和下步打算。";
        return answerBy is { } day
            ? $"期限已过，请立即{work}，并请于{LetterSignature.Date(day)}前书面报告超期原因、办理进展和下步打算。"
            : $"期限已过，请立即{work}，并书面报告超期原因、办理进展和下步打算。";
    }

    private static string WorkOf(DeadlineKind kind, string name) => kind switch
    {
        DeadlineKind.Reply => "完成面商、审签并送达复函",
        DeadlineKind.Rehandle => "重新办理并送达复函",
        DeadlineKind.CoOpinion => "送出会办意见",
        DeadlineKind.FeedbackReturn => "收回征询意见表并登记",
        DeadlineKind.Commitment => "兑现承诺事项并登记进展",
        DeadlineKind.ReturnWindow => "完成退办报批，或者确定由本局办理",
        _ => $"完成本件的“{name}”事项",
    };
}
