using Proposals.Workflows.Catalogue;
using static Proposals.Inbox.StepCatalogue;

namespace Proposals.Assignment;

internal static class AssignmentSteps
{
    public const string Propose = "Proposals.ProposeAllocation";
    public const string Decide = "Proposals.ApproveAllocation";
    public const string Accept = "Proposals.AcceptAndName";
    public const string Collect = "Proposals.CollectCoOpinions";
    public const string DepartmentOpinion = "Proposals.DepartmentOpinion";

    /// <summary>Of the workflow that a return is decided by, beside the case's main one.</summary>
    public const string ApproveReturn = "Proposals.ApproveReturn";
    public const string AwaitReturnDecision = "Proposals.AwaitReturnDecision";

    /// <summary>Of the workflow that a department's objection is decided by.</summary>
    public const string DecideObjection = "Proposals.DecideObjection";

    public static IReadOnlyList<ActivityDescriptor> All { get; } =
    [
        Human("ProposeAllocation", "拟办", "Propose allocation", "signpost-split", Port("Submitted", "报领导审定", "Submitted to the leader", nameof(ProposeAllocation))),
        Human("ApproveAllocation", "分办审定", "Approve allocation", "check2-square",
            Port("Approved", "同意", "Approved", nameof(DecideAllocation)),
            Port("SentBack", "退回修改", "Sent back", nameof(DecideAllocation))),
        Human("AcceptAndName", "科室接收并确定经办人", "Accept and name the handler", "person-check",
            Port("Accepted", "已接收", "Accepted", nameof(AcceptAndName)),
            Port("Objected", "提出异议", "Objected", nameof(ObjectToAllocation))),
        Human("ApproveReturn", "退办报批", "Approve the return", "box-arrow-left",
            Port("Agreed", "同意", "Agreed", nameof(DecideReturn)),
            Port("Disagreed", "不同意", "Disagreed", nameof(DecideReturn))),
        Human("AwaitReturnDecision", "等待退办答复", "Await the answer to the return", "hourglass-split",
            Port("Granted", "准予退办", "Granted", nameof(AnswerReturn)),
            Port("Refused", "不予退办", "Refused", nameof(AnswerReturn))),
        Human("DecideObjection", "异议审定", "Decide the objection", "chat-left-quote",
            Port("Upheld", "异议成立", "Upheld", nameof(Assignment.DecideObjection)),
            Port("Dismissed", "异议不成立", "Dismissed", nameof(Assignment.DecideObjection))),
        Human("CollectCoOpinions", "征求会办意见", "Collect opinions of other units", "collection",
            Port("AllIn", "已收齐", "All in", nameof(RecordUnitOpinion)),
            new PortDescriptor("Missing", new BilingualText("逾期未齐", "Some are missing"))),
        Human("DepartmentOpinion", "协办科室意见", "Opinions of helping departments", "people",
            Port("AllIn", "已收齐", "All in", nameof(GiveDepartmentOpinion)),
            new PortDescriptor("NotNeeded", new BilingualText("不再征求", "Not asked any more"))),
    ];
}
