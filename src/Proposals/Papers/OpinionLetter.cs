namespace Proposals.Papers;

/// <summary>会办意见: goes to the unit that answers for all, under a title and a number series of its own, and bears no class.</summary>
public sealed record OpinionLetter(PaperItem Item, PaperIssuer Issuer, string LeadUnit, string Body)
{
    public string? DocumentNumber { get; init; }

    public DateOnly? SignedOn { get; init; }

    public string ContactPerson { get; init; } = "";

    public string ContactPhone { get; init; } = "";

    public IReadOnlyList<string> Copies { get; init; } = [];

    public string Title => LetterWords.OpinionTitle(Item);

    public byte[] Write()
    {
        var opening = LetterWords.OpinionOpening(Item, Issuer, LeadUnit);
        var drafted = DraftedText.Read(Body, [PaperText.Line(opening), PaperText.Line(LetterWords.OpinionOpening(Item, Issuer, ""))]);
        var paper = new WordPaper { Title = Title, Stage = SignedOn is null ? "送审稿" : "" };
        paper.AddCopy(new LetterLayout(Issuer)
        {
            Number = DocumentNumber,
            Title = LetterWords.OpinionTitleParts(Item),
            Salutation = LetterWords.Salutation(Item, LetterWords.Lead(LeadUnit)),
            Text = [drafted.Opening ?? opening, .. drafted.Substance],
            SignedOn = SignedOn,
            ContactPerson = ContactPerson,
            ContactPhone = ContactPhone,
            Copies = Copies,
        }.Lay());
        return paper.Write();
    }
}
