using Proposals.Workflows.Catalogue;
using static Proposals.Inbox.StepCatalogue;

namespace Proposals.Reply;

internal static class ReplySteps
{
    public const string Draft = "Proposals.DraftReply";
    public const string Head = "Proposals.ReviewByHead";
    public const string Office = "Proposals.ReviewByOffice";
    public const string Deputy = "Proposals.ReviewByDeputy";
    public const string Principal = "Proposals.SignReply";

    /// <summary>The decider before it.</summary>
    public const string PrincipalSigns = "Proposals.PrincipalSigns";

    public const string Seal = "Proposals.NumberAndSeal";
    public const string Deliver = "Proposals.Deliver";
    public const string SendOpinion = "Proposals.SendOpinion";
    public const string LeadReply = "Proposals.FileLeadReply";

    /// <summary>The stages that may send a draft back.</summary>
    public static IReadOnlyList<string> Reviews { get; } = [Head, Office, Deputy, Principal];

    public static IReadOnlyList<ActivityDescriptor> All { get; } =
    [
        Human("DraftReply", "拟复函", "Draft the reply", "pencil-square", Port("Submitted", "送审", "Sent for review", nameof(SubmitReply))),
        Human("ReviewByHead", "科室审核", "Review by the department head", "search", Passed(nameof(ReviewByHead)), SentBack(nameof(ReviewByHead))),
        Human("ReviewByOffice", "办公室核稿", "Check by the office", "clipboard-check", Passed(nameof(ReviewByOffice)), SentBack(nameof(ReviewByOffice))),
        Human("ReviewByDeputy", "分管领导签发", "Signature of the deputy leader", "pen", Signed(nameof(ReviewByDeputy)), SentBack(nameof(ReviewByDeputy))),
        Human("SignReply", "主要领导签发", "Signature of the principal", "vector-pen", Signed(nameof(SignReply)), SentBack(nameof(SignReply))),
        Human("NumberAndSeal", "编号用印", "Number and seal", "123", Port("Sealed", "已用印", "Sealed", nameof(NumberAndSeal))),
        Human("Deliver", "送达", "Delivery", "send", Port("Delivered", "已送达", "Delivered", nameof(RecordDelivery))),
        Human("SendOpinion", "送会办意见", "Send our opinion", "send-check", Port("Sent", "已送出", "Sent", nameof(Reply.SendOpinion))),
        Human("FileLeadReply", "等待主办复函", "Wait for the lead's reply", "envelope-paper", Port("Received", "已收主办复函", "The lead's reply received", nameof(FileLeadReply))),
        new ActivityDescriptor(PrincipalSigns, ActivityKind.Decider, new BilingualText("是否须主要领导签发", "Must the principal sign?"))
        {
            Category = "判断",
            Icon = "question-diamond",
            Ports = [new PortDescriptor("Yes", new BilingualText("须主要领导签发", "The principal signs")), new PortDescriptor("No", new BilingualText("分管领导签发即可", "The deputy's signature is enough"))],
            Decide = facts => facts.Flag("principalSigns") ? "Yes" : "No",
        },
    ];

    private static PortDescriptor Passed(string act) => Port("Passed", "通过", "Passed", act);

    private static PortDescriptor Signed(string act) => Port("Signed", "签发", "Signed", act);

    private static PortDescriptor SentBack(string act) => Port("SentBack", "退回修改", "Sent back", act);
}
