using Proposals.Handling;
using Proposals.Intake;

namespace Proposals.Papers;

/// <summary>The sentences that letters about an item begin and end with. The substance between them is the drafter's.</summary>
public static class LetterWords
{
    /// <summary>Between units: who leads is addressed, and the text is his to use.</summary>
    public const string OpinionClosing = "以上意见，供答复时参考。";

    public static string ReplyTitle(PaperItem item) => string.Concat(ReplyTitleParts(item));

    public static string OpinionTitle(PaperItem item) => string.Concat(OpinionTitleParts(item));

    /// <summary>尊敬的陈启明委员：, or the unit's bare name.</summary>
    public static string Salutation(PaperItem item, Addressee addressee)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(addressee);
        return addressee.IsUnit ? $"{addressee.Name}：" : $"尊敬的{addressee.Name}{item.Person}：";
    }

    /// <summary>What came, who answers it in which part, and from round 2 on that it is answered again.</summary>
    public static string Opening(PaperItem item, ReplyPart part, Addressee addressee)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(part);
        return Received(item, part, addressee) + (part.Round > 1 ? Again(part) : Ours(item, part));
    }

    public static string Closing(PaperIssuer issuer, Addressee addressee)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        return $"感谢{You(addressee)}对{issuer.Self}工作的关心和支持，欢迎继续提出宝贵意见。";
    }

    public static string OpinionOpening(PaperItem item, PaperIssuer issuer, string leadUnit)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(issuer);
        return $"{PaperIssuer.Yours(leadUnit)}主办的《{item.Subject}》（{item.Called}）收悉。经研究，{issuer.Self}会办意见如下：";
    }

    /// <summary>Before it is known who leads, the letter says what he is.</summary>
    internal static Addressee Lead(string leadUnit) => new(leadUnit.Length > 0 ? leadUnit : "主办单位", IsUnit: true);

    internal static string Received(PaperItem item, ReplyPart part, Addressee addressee) =>
        You(addressee) + (part.Round > 1 ? $"对《{item.Subject}》（{item.Called}）办理结果的意见收悉。"
            : item.IsInterSession ? $"提出的《{item.Subject}》（{item.Called}）收悉。"
            : $"在{item.Session}上提出的《{item.Subject}》（{item.Numbered}）收悉。");

    /// <summary>Where the title may be broken without tearing a word.</summary>
    internal static IReadOnlyList<string> ReplyTitleParts(PaperItem item) => [$"关于{item.Occasion}", $"{item.Numbered}的答复"];

    internal static IReadOnlyList<string> OpinionTitleParts(PaperItem item) => [$"关于{item.Occasion}", $"{item.Numbered}的会办意见"];

    internal static string Units(IReadOnlyList<string> units) => string.Join('、', units);

    private static string You(Addressee addressee) => addressee.IsUnit ? "贵单位" : "您";

    private static string Ours(PaperItem item, ReplyPart part) => part.Role switch
    {
        OurRole.LeadOrganizer when part.OtherUnits.Count > 0 => $"经{part.Issuer.Self}主办，{Units(part.OtherUnits)}会办，现答复如下：",
        OurRole.LeadOrganizer => $"经{part.Issuer.Self}主办，现答复如下：",
        OurRole.SplitHandling when part.OtherUnits.Count > 0 => $"该{item.Word}由{part.Issuer.Self}与{Units(part.OtherUnits)}分别办理，现就{part.Issuer.Self}职责范围内的事项答复如下：",
        OurRole.SplitHandling => $"该{item.Word}由有关单位分别办理，现就{part.Issuer.Self}职责范围内的事项答复如下：",
        _ => $"该{item.Word}由{part.Issuer.Self}独办，现答复如下：",
    };

    private static string Again(ReplyPart part) => part is { Role: OurRole.LeadOrganizer, OtherUnits.Count: > 0 }
        ? $"{part.Issuer.Self}会同{Units(part.OtherUnits)}重新研究办理，现再次答复如下："
        : $"{part.Issuer.Self}重新研究办理，现再次答复如下：";
}

/// <summary>What the answering bureau is in the item, in which round, and beside whom.</summary>
public sealed record ReplyPart(PaperIssuer Issuer, OurRole Role)
{
    /// <summary>The units that share the work: those that gave an opinion, or those that answer their own part.</summary>
    public IReadOnlyList<string> OtherUnits { get; init; } = [];

    public int Round { get; init; } = 1;
}
