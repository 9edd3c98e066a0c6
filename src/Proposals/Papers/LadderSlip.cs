using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Proposals.Deadlines;

namespace Proposals.Papers;

/// <summary>提醒单, 预警单, 督办单: what the system said at one rung of a deadline's ladder, on paper. It bears no number of its own and no person's name as its author.</summary>
public sealed record LadderSlip(PaperItem Item, PaperIssuer Issuer, RungLevel Level, RuleProfile Profile)
{
    private const string Author = "系统自动提醒";

    /// <summary>郑宁（旅游科）.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    public required string AssigningBody { get; init; }

    public required DateOnly AssignedOn { get; init; }

    public required DeadlineKind Kind { get; init; }

    /// <summary>办理期限, 承诺事项期限.</summary>
    public required string Deadline { get; init; }

    /// <summary>The promise itself, or the unit that is asked; empty where the kind says enough.</summary>
    public string About { get; init; } = "";

    /// <summary>The date that the rung was raised for.</summary>
    public required DateOnly DueOn { get; init; }

    public required DateOnly RaisedOn { get; init; }

    /// <summary>As it was on that day: 还剩5个工作日.</summary>
    public required string Distance { get; init; }

    /// <summary>办理中：面商（郑宁）, as it is when the paper is made.</summary>
    public string Stage { get; init; } = "";

    /// <summary>有效面商1次（共联系2次）; empty where none is owed.</summary>
    public string Consultations { get; init; } = "";

    /// <summary>What the leader wrote on the order; null while he has not.</summary>
    public SheetOpinion? Direction { get; init; }

    public DateOnly? AnswerBy { get; init; }

    public string Name => SlipWord.Of(Level) is { } word ? Profile.WordOf(word) : "";

    /// <summary>政协提案办理预警单.</summary>
    public string Title => $"{Item.Body}{Item.Word}办理{Name}";

    public byte[] Write()
    {
        var paper = new WordPaper { Title = $"{Title} {Item.Called}", IsLetter = false, Frame = PageFrame.Form };
        paper.AddCopy(
        [
            WordText.Paragraph(WordStyles.Title, Issuer.Name),
            WordText.Paragraph(WordStyles.Title, Title),
            WordText.Paragraph(WordStyles.Cell, ""),
            Table(),
            WordText.Paragraph(WordStyles.Cell, ""),
            WordText.Paragraph(WordStyles.Cell, $"{Issuer.Name}办公室").Aligned(JustificationValues.Right),
            WordText.Paragraph(WordStyles.Cell, $"{Author}\u3000{LetterSignature.Date(RaisedOn)}").Aligned(JustificationValues.Right),
        ]);
        return paper.Write();
    }

    private Table Table()
    {
        var table = new WordTable(34, 48, 30, 50)
            .Row(12, FormCell.Label("送"), FormCell.Of(string.Join('、', To), 3))
            .Row(12, FormCell.Label("届次"), FormCell.Of(Item.Session), FormCell.Label("案号"), FormCell.Of(Item.Numbered))
            .Row(14, FormCell.Label("标题"), FormCell.Of(Item.Subject, 3))
            .Row(12, FormCell.Label("交办单位"), FormCell.Of(AssigningBody), FormCell.Label("交办日期"), FormCell.Of(LetterSignature.Date(AssignedOn)))
            .Row(12, FormCell.Label(Deadline), FormCell.Of(LetterSignature.Date(DueOn)), FormCell.Label("至发出之日"), FormCell.Of(Distance));
        if (About.Length > 0)
            table.Row(14, FormCell.Label("事项"), FormCell.Of(About, 3));
        table.Row(12, FormCell.Label("当前环节"), FormCell.Of(Stage, 3));
        if (Consultations.Length > 0)
            table.Row(12, FormCell.Label($"{Profile.WordOf(OfficeWord.Consultation)}情况"), FormCell.Of(Consultations, 3));
        table.Row(24, FormCell.Label("办理要求"), FormCell.Of(SlipDemand.Of(this), 3));
        return Level == RungLevel.Red ? table.Row(42, FormCell.Label("领导批示"), Directed()).Row(52, FormCell.Label("办理情况"), Blank()).Build() : table.Build();
    }

    /// <summary>Room for a pen where nothing was said yet.</summary>
    private FormCell Directed() => Direction is { } said
        ? new(
        [
            .. PaperText.Paragraphs(said.Text).Select(line => WordText.Paragraph(WordStyles.Cell, line)),
            WordText.Paragraph(WordStyles.Cell, $"{said.By}\u3000{LetterSignature.Date(said.On)}").Aligned(JustificationValues.Right),
        ], 3) { StandsAtTop = true }
        : Blank();

    private static FormCell Blank() => FormCell.Of("", 3) with { StandsAtTop = true };
}
