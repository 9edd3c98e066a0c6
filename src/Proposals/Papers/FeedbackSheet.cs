using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Proposals.Intake;

namespace Proposals.Papers;

/// <summary>征询意见表: goes out with the reply, one for each who is asked, and comes back signed. Nothing that he shall say is filled in.</summary>
public sealed record FeedbackSheet(PaperItem Item, PaperIssuer Issuer, IReadOnlyList<Respondent> Respondents)
{
    private const string Box = "□";

    /// <summary>独办, 主办, 分办.</summary>
    public required string RoleWord { get; init; }

    public string? DocumentNumber { get; init; }

    /// <summary>15个工作日, as the rules say it; empty where they name none.</summary>
    public string ReturnTerm { get; init; } = "";

    /// <summary>Known once the reply has been delivered.</summary>
    public DateOnly? ReturnBy { get; init; }

    public string ReturnTo { get; init; } = "";

    public string ContactPerson { get; init; } = "";

    public string ContactPhone { get; init; } = "";

    public string Title => $"{Item.Body}{Item.Word}办理情况征询意见表";

    public byte[] Write()
    {
        var paper = new WordPaper { Title = Title, IsLetter = false, Frame = PageFrame.Form };
        foreach (var respondent in Respondents)
            paper.AddCopy([WordText.Paragraph(WordStyles.Title, Title), WordText.Paragraph(WordStyles.Cell, ""), Table(respondent), .. Notes()]);
        return paper.Write();
    }

    /// <summary>For a person on a deputy's form 代表, on a member's form 提案人.</summary>
    private string Asked(Respondent respondent) => (Item.Kind, respondent.Role) switch
    {
        (ItemKind.CppccProposal, ProposerRole.Collective) => "提案单位",
        (ItemKind.CppccProposal, ProposerRole.Lead) => "第一提案人",
        (ItemKind.CppccProposal, _) => "联名提案人",
        (_, ProposerRole.Collective) => "代表团",
        (_, ProposerRole.Lead) => "领衔代表",
        _ => "联名代表",
    };

    private Table Table(Respondent respondent)
    {
        var isUnit = respondent.Role == ProposerRole.Collective;
        var table = new WordTable(26, 56, 26, 54)
            .Row(11, FormCell.Label("届次"), FormCell.Of(Item.Session), FormCell.Label("编号"), FormCell.Of(Item.Numbered))
            .Row(13, FormCell.Label("标题"), FormCell.Of(Item.Subject, 3))
            .Row(11, FormCell.Label(Asked(respondent)), FormCell.Of(respondent.Name), FormCell.Label(isUnit ? "联系人" : "工作单位"), FormCell.Of(isUnit ? respondent.ContactPerson : respondent.WorkUnit))
            .Row(11, FormCell.Label("承办单位"), FormCell.Of($"{Issuer.Name}（{RoleWord}）"), FormCell.Label("复函文号"), FormCell.Of(DocumentNumber))
            .Row(11, FormCell.Label("是否走访"), Ticks("已走访", "本人提出不需要走访", "未走访"))
            .Row(11, FormCell.Label("办复前联系"), Ticks("走访", "电话", "其他", "未联系"));
        if (isUnit)
            table.Row(11, FormCell.Label("分管领导答复"), Ticks("是", "否"));
        return table
            .Row(11, FormCell.Label("答复针对性"), Ticks("针对", "基本针对", "未针对"))
            .Row(14, FormCell.Label("办理态度"), Ticks("满意", "基本满意", "不满意"))
            .Row(14, FormCell.Label("办理结果"), Ticks("满意", "基本满意", "不满意"))
            .Row(isUnit ? 46 : 58, FormCell.Label("具体意见"), FormCell.Of("", 3) with { StandsAtTop = true })
            .Row(26, FormCell.Label(isUnit ? "签章" : "签名"), Signed(isUnit))
            .Build();
    }

    private static FormCell Ticks(params IEnumerable<string> choices) => new(
        [WordText.Paragraph(WordStyles.Cell, [WordText.Run("\u3000" + string.Join("\u3000\u3000", choices.Select(choice => Box + choice)), WordStyles.TickRun)])], 3);

    private static FormCell Signed(bool isUnit) => new(
    [
        WordText.Paragraph(WordStyles.Cell, isUnit ? "（盖章）" : "").Aligned(JustificationValues.Center),
        WordText.Paragraph(WordStyles.Cell, ""),
        WordText.Paragraph(WordStyles.Cell, "\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日").Aligned(JustificationValues.Right),
    ], 3);

    private IEnumerable<OpenXmlElement> Notes()
    {
        var term = ReturnBy is { } day ? $"请于{LetterSignature.Date(day)}前" : ReturnTerm.Length > 0 ? $"请自收到复函之日起{ReturnTerm}内" : "请";
        yield return WordText.Paragraph(WordStyles.Cell, "");
        yield return WordText.Paragraph(WordStyles.Cell, $"说明：办理态度和办理结果分别评价，请在相应的{Box}内打“√”。");
        yield return WordText.Paragraph(WordStyles.Cell, term + $"填写并{(Respondents.Any(respondent => respondent.Role == ProposerRole.Collective) ? "盖章" : "签名")}，交回{(ReturnTo.Length > 0 ? ReturnTo : Issuer.Name)}。");
        var contact = string.Join('，', new[]
        {
            ContactPerson.Length > 0 ? $"联系人：{ContactPerson}" : "",
            ContactPhone.Length > 0 ? $"电话：{ContactPhone}" : "",
            Issuer.Address.Length > 0 ? $"地址：{Issuer.Address}" : "",
        }.Where(part => part.Length > 0));
        yield return WordText.Paragraph(WordStyles.Cell, contact.Length > 0 ? $"{Issuer.Name}{contact}。" : "");
    }
}

/// <summary>Who is asked for his opinion, and what the form knows of him.</summary>
public sealed record Respondent(string Name, ProposerRole Role)
{
    public string WorkUnit { get; init; } = "";

    public string ContactPerson { get; init; } = "";
}
