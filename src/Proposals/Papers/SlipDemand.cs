using Proposals.Deadlines;

namespace Proposals.Papers;

/// <summary>办理要求: what a slip asks for, as one sentence or two.</summary>
internal static class SlipDemand
{
    public static string Of(LadderSlip slip)
    {
        var work = WorkOf(slip);
        if (slip.DueOn >= slip.RaisedOn)
            return $"请于{LetterSignature.Date(slip.DueOn)}前{work}。确有困难的，请及时向办公室说明原因和下步打算。";
        return slip.AnswerBy is { } day
            ? $"期限已过，请立即{work}，并请于{LetterSignature.Date(day)}前书面报告超期原因、办理进展和下步打算。"
            : $"期限已过，请立即{work}，并书面报告超期原因、办理进展和下步打算。";
    }

    private static string WorkOf(LadderSlip slip) => slip.Kind switch
    {
        DeadlineKind.Reply => $"完成{slip.Profile.WordOf(OfficeWord.Consultation)}、审签并送达复函",
        DeadlineKind.Rehandle => "重新办理并送达复函",
        DeadlineKind.CoOpinion => "送出会办意见",
        DeadlineKind.FeedbackReturn => "收回征询意见表并登记",
        DeadlineKind.Commitment => "兑现承诺事项并登记进展",
        DeadlineKind.ReturnWindow => "完成退办报批，或者确定由本局办理",
        _ => $"完成本件的“{slip.Deadline}”事项",
    };
}
