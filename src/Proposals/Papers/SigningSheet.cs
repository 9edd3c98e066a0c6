using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Proposals.Papers;

/// <summary>发文稿纸: goes round with the draft, and each who looks at it writes his opinion into his box. What was decided already stands in it.</summary>
public sealed record SigningSheet(PaperIssuer Issuer, string DocumentTitle)
{
    public string? DocumentNumber { get; init; }

    public IReadOnlyList<string> To { get; init; } = [];

    public IReadOnlyList<string> Copies { get; init; } = [];

    public IReadOnlyList<string> Enclosures { get; init; } = [];

    /// <summary>With its words: A类 已解决或基本解决. An opinion has none.</summary>
    public string ResultClass { get; init; } = "";

    public DateOnly? DueOn { get; init; }

    /// <summary>有效面商2次（共联系4次）: what a signer asks first.</summary>
    public string Consultations { get; init; } = "";

    /// <summary>面商, or what the place calls it.</summary>
    public required string ConsultationWord { get; init; }

    public required string Department { get; init; }

    public required string Drafter { get; init; }

    public string Phone { get; init; } = "";

    public DateOnly? DraftedOn { get; init; }

    /// <summary>签发.</summary>
    public IReadOnlyList<SheetOpinion> Signatures { get; init; } = [];

    /// <summary>会签.</summary>
    public IReadOnlyList<SheetOpinion> Countersignatures { get; init; } = [];

    /// <summary>办公室核稿.</summary>
    public IReadOnlyList<SheetOpinion> OfficeReviews { get; init; } = [];

    /// <summary>科室审核.</summary>
    public IReadOnlyList<SheetOpinion> DepartmentReviews { get; init; } = [];

    public string Title => $"{Issuer.Name}发文稿纸";

    public byte[] Write()
    {
        var paper = new WordPaper { Title = $"{Title} {DocumentTitle}", IsLetter = false, Frame = PageFrame.Form };
        paper.AddCopy([WordText.Paragraph(WordStyles.Title, Title), WordText.Paragraph(WordStyles.Cell, ""), Table(), WordText.Paragraph(WordStyles.Cell, "正文附后。")]);
        return paper.Write();
    }

    private Table Table() => new WordTable(26, 55, 26, 55)
        .Row(12, FormCell.Label("发文字号"), FormCell.Of(DocumentNumber), FormCell.Label("密级"), FormCell.Of("无"))
        .Row(60, FormCell.Label("签发"), Box(Signatures), FormCell.Label("会签"), Box(Countersignatures))
        .Row(42, FormCell.Label("办公室核稿"), Box(OfficeReviews), FormCell.Label("科室审核"), Box(DepartmentReviews))
        .Row(18, FormCell.Label("拟稿科室"), FormCell.Of(Department), FormCell.Label("拟稿人"), Drafted())
        .Row(18, FormCell.Label("标题"), FormCell.Of(DocumentTitle, 3))
        .Row(12, FormCell.Label("主送"), FormCell.Of(LetterWords.Units(To), 3))
        .Row(12, FormCell.Label("抄送"), FormCell.Of(LetterWords.Units(Copies), 3))
        .Row(12, FormCell.Label("附件"), FormCell.Of(Enclosures.Count == 0 ? "无" : string.Join('、', Enclosures), 3))
        .Row(12, FormCell.Label("结果类别"), FormCell.Of(ResultClass), FormCell.Label("办理期限"), FormCell.Of(DueOn is { } due ? LetterSignature.Date(due) : ""))
        .Row(12, FormCell.Label($"{ConsultationWord}情况"), FormCell.Of(Consultations, 3))
        .Build();

    private FormCell Drafted() => FormCell.Of(
    [
        string.Join("\u3000", new[] { Drafter, DraftedOn is { } on ? LetterSignature.Date(on) : "" }.Where(part => part.Length > 0)),
        .. Phone.Length > 0 ? new[] { Phone } : [],
    ]);

    /// <summary>The opinion from the left, below it to the right who and when, as a person writes into the box.</summary>
    private static FormCell Box(IReadOnlyList<SheetOpinion> opinions) => new(
    [
        .. opinions.SelectMany(opinion => new Paragraph[]
        {
            WordText.Paragraph(WordStyles.Cell, opinion.Text),
            WordText.Paragraph(WordStyles.Cell, $"{opinion.By}\u3000{LetterSignature.Date(opinion.On)}").Aligned(JustificationValues.Right),
        }),
    ]) { StandsAtTop = true };
}

/// <summary>What one person decided on the draft as it stands now.</summary>
public sealed record SheetOpinion(string Text, string By, DateOnly On);
