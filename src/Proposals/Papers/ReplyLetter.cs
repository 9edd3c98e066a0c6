using Proposals.Intake;

namespace Proposals.Papers;

/// <summary>复函: the reply of one round, a copy of its own for each who is owed one.</summary>
public sealed record ReplyLetter(PaperItem Item, ReplyPart Part, IReadOnlyList<Addressee> Addressees, string Body)
{
    public const string FeedbackForm = "征询意见表";

    /// <summary>The letter of the result class alone; its words stand in the text.</summary>
    public required string ResultClass { get; init; }

    /// <summary>Null until it is drawn or entered.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>成文日期. Null while it goes round: then the paper says that it is a draft.</summary>
    public DateOnly? SignedOn { get; init; }

    public string ContactPerson { get; init; } = "";

    public string ContactPhone { get; init; } = "";

    public IReadOnlyList<string> Copies { get; init; } = [];

    public string Title => LetterWords.ReplyTitle(Item);

    public byte[] Write()
    {
        var paper = new WordPaper
        {
            Title = Title,
            Mark = ResultClass.Length > 0 ? $"类别：{ResultClass}" : "",
            Stage = SignedOn is null ? "送审稿" : "",
        };
        foreach (var addressee in Addressees)
            paper.AddCopy(For(addressee).Lay());
        return paper.Write();
    }

    private LetterLayout For(Addressee addressee)
    {
        var drafted = DraftedText.Read(Body, Proposed());
        string[] closing = drafted.HasClosing ? [] : [LetterWords.Closing(Part.Issuer, addressee)];
        return new LetterLayout(Part.Issuer)
        {
            Number = DocumentNumber,
            Title = LetterWords.ReplyTitleParts(Item),
            Salutation = LetterWords.Salutation(Item, addressee),
            Text = [drafted.Opening ?? LetterWords.Opening(Item, Part, addressee), .. drafted.Substance, .. closing],
            Enclosures = [FeedbackForm],
            SignedOn = SignedOn,
            ContactPerson = ContactPerson,
            ContactPhone = ContactPhone,
            Copies = Copies,
        };
    }

    /// <summary>When the draft was begun neither the other units nor our own part may have been known, and one text served persons and units.</summary>
    private HashSet<string> Proposed() =>
    [
        .. from addressee in new[] { new Addressee(""), new Addressee("", IsUnit: true) }
           from line in Enum.GetValues<OurRole>().Select(role => Part with { Role = role })
               .SelectMany(part => new[] { part, part with { OtherUnits = [] } })
               .Select(part => LetterWords.Opening(Item, part, addressee))
               .Append(LetterWords.Received(Item, Part, addressee) + "现答复如下：")
               .Append(LetterWords.Closing(Part.Issuer, addressee))
           select PaperText.Line(line),
    ];
}
