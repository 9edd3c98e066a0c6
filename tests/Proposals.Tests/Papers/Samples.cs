using Proposals.Handling;
using Proposals.Intake;
using Proposals.Papers;

namespace Proposals.Tests.Papers;

/// <summary>Papers of an invented bureau.</summary>
internal static class Samples
{
    /// <summary>What a keyboard, a clipboard or a scanner may bring along.</summary>
    public const string Hostile = "\u0000\u0001\u001b<w:p>&amp;]]>\uffff\ud800\u0008😀𠮷\u200f\t一\u3000\u000b";

    public static readonly PaperIssuer Us = new("云澜区经贸旅游局") { Address = "云澜区运河路88号", Phone = "0571-86000000" };

    public static readonly PaperItem Proposal = new(ItemKind.CppccProposal, AdministrativeLevel.District, 15, 5, false, 2025, "258", "关于加快发展商旅文紧密结合的旅游产业的提案");

    public static readonly PaperItem Suggestion = new(ItemKind.Suggestion, AdministrativeLevel.District, 16, 5, false, 2025, "12", "关于规范夜市街区管理的建议");

    public static string LongWord { get; } = new('W', 3000);

    public static ReplyLetter Reply(PaperItem? item = null, OurRole role = OurRole.SoleOrganizer, string body = "我局已完成资源清单。", params IReadOnlyList<Addressee> to) =>
        new(item ?? Proposal, new ReplyPart(Us, role), to.Count > 0 ? to : [new Addressee("陈启明")], body)
        {
            ResultClass = "A",
            DocumentNumber = "云经旅提〔2025〕1号",
            SignedOn = new DateOnly(2025, 6, 3),
            ContactPerson = "郑宁",
            ContactPhone = "0571-86001234",
            Copies = ["区政协提案委"],
        };

    public static OpinionLetter Opinion(string body = "一、关于选线。建议避开老码头。") => new(Proposal, Us, "区住建局", body)
    {
        DocumentNumber = "云经旅提函〔2025〕3号",
        SignedOn = new DateOnly(2025, 4, 3),
        ContactPerson = "郑宁",
        ContactPhone = "0571-86001234",
    };

    public static FeedbackSheet Form(PaperItem item, params IReadOnlyList<Respondent> asked) => new(item, Us, asked)
    {
        RoleWord = "独办",
        DocumentNumber = "云经旅提〔2025〕1号",
        ReturnTerm = "15个工作日",
        ReturnTo = Us.Name,
        ContactPerson = "郑宁",
        ContactPhone = "0571-86001234",
    };

    public static SigningSheet Sheet() => new(Us, LetterWords.ReplyTitle(Proposal))
    {
        DocumentNumber = "云经旅提〔2025〕1号",
        To = ["陈启明委员"],
        Copies = ["区政协提案委", "区住建局"],
        Enclosures = ["征询意见表"],
        ResultClass = "A类 已解决或基本解决",
        ConsultationWord = "面商",
        DueOn = new DateOnly(2025, 6, 17),
        Department = "旅游科",
        Drafter = "郑宁",
        DraftedOn = new DateOnly(2025, 5, 23),
    };

    public static LedgerLine Line(string subject = "关于规范夜市街区管理的建议") => new()
    {
        Number = "12",
        Session = "区十六届人大五次会议",
        Kind = "建议",
        Subject = subject,
        AssignedOn = new DateOnly(2025, 3, 17),
        LeadProposer = "吕素琴",
        Proposers = 3,
        DueOn = new DateOnly(2025, 6, 17),
        AssigningBody = "区人大常委会代表工委",
        Role = "独办",
        State = "办理中",
        Light = "黄灯",
    };
}
