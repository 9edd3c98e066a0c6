using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;

namespace Proposals.Papers;

/// <summary>Fills the papers of a case from its file. A paper that there is nothing for yet is null.</summary>
public sealed record CasePapers(CaseFile File, PaperIssuer Issuer, RuleProfile Profile)
{
    private ProposalCase Subject => File.Case;

    private PaperItem Item => PaperItem.Of(Subject);

    /// <summary>关于区政协十五届五次会议第258号提案的答复, or 的会办意见.</summary>
    public static string TitleOf(ProposalCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.OwesOpinion ? LetterWords.OpinionTitle(PaperItem.Of(subject)) : LetterWords.ReplyTitle(PaperItem.Of(subject));
    }

    /// <summary>What a drafter begins with: salutation, opening and close, and between them an empty paragraph that is his.</summary>
    public string Skeleton()
    {
        var lead = LetterWords.Lead(LeadUnit);
        var proposers = Together([.. Owed()]);
        string[] lines = Subject.OwesOpinion
            ? [LetterWords.Salutation(Item, lead), LetterWords.OpinionOpening(Item, Issuer, LeadUnit), "", LetterWords.OpinionClosing]
            : [LetterWords.Salutation(Item, proposers), LetterWords.Opening(Item, Part(Subject.Round), proposers), "", LetterWords.Closing(Issuer, proposers)];
        return string.Join("\n" + PaperText.Indent, lines);
    }

    /// <param name="round">Which reply; null is the present one.</param>
    public WrittenReply? ReplyOf(int? round) => File.Replies.FirstOrDefault(reply => reply.Round == (round ?? Subject.Round));

    public ReplyLetter? Reply(int? round)
    {
        if (ReplyOf(round) is not { Kind: ReplyKind.ReplyLetter } reply)
            return null;
        return new ReplyLetter(Item, Part(reply.Round), [.. Owed().Select(Address)], reply.Body)
        {
            ResultClass = reply.ResultClass,
            DocumentNumber = reply.DocumentNumber,
            SignedOn = reply.SignedOn,
            ContactPerson = ContactPerson(reply),
            ContactPhone = ContactPhone(reply),
            Copies = Copies(reply),
        };
    }

    public OpinionLetter? Opinion(int? round)
    {
        if (ReplyOf(round) is not { Kind: ReplyKind.CoOrganizerOpinion } opinion)
            return null;
        return new OpinionLetter(Item, Issuer, LeadUnit, opinion.Body)
        {
            DocumentNumber = opinion.DocumentNumber,
            SignedOn = opinion.SignedOn,
            ContactPerson = ContactPerson(opinion),
            ContactPhone = ContactPhone(opinion),
        };
    }

    public FeedbackSheet? Form(int? round)
    {
        if (ReplyOf(round) is not { Kind: ReplyKind.ReplyLetter } reply)
            return null;
        return new FeedbackSheet(Item, Issuer, [.. Owed().Select(proposer => new Respondent(proposer.Name, proposer.Role) { WorkUnit = proposer.WorkUnit, ContactPerson = proposer.ContactPerson })])
        {
            RoleWord = RoleWord(Subject.OurRole),
            DocumentNumber = reply.DocumentNumber,
            ReturnTerm = Profile.Terms.ContainsKey(DeadlineKind.FeedbackReturn) ? TermWord(Profile.RuleOf(DeadlineKind.FeedbackReturn).Term) : "",
            ReturnBy = reply.Round == Subject.Round ? File.Deadlines.FirstOrDefault(line => line is { Kind: DeadlineKind.FeedbackReturn, DroppedOn: null })?.DueOn : null,
            ReturnTo = Issuer.Name,
            ContactPerson = ContactPerson(reply),
            ContactPhone = ContactPhone(reply),
        };
    }

    public SigningSheet? Sheet(int? round)
    {
        if (ReplyOf(round) is not { } reply)
            return null;
        var isOpinion = reply.Kind == ReplyKind.CoOrganizerOpinion;
        return new SigningSheet(Issuer, TitleOf(Subject))
        {
            DocumentNumber = reply.DocumentNumber,
            To = isOpinion ? new[] { LeadUnit }.Where(unit => unit.Length > 0).ToArray() : [.. Owed().Select(proposer => proposer.Role == ProposerRole.Collective ? proposer.Name : proposer.Name + Item.Person)],
            Copies = isOpinion ? [] : Copies(reply),
            Enclosures = isOpinion ? [] : [ReplyLetter.FeedbackForm],
            ResultClass = isOpinion ? "" : Profile.ClassOf(reply.ResultClass) is { } known ? $"{known.Code}类 {known.Chinese}" : reply.ResultClass,
            DueOn = Subject.ReplyDueOn,
            Consultations = isOpinion ? "" : ConsultationTally.Of(Subject, Profile),
            ConsultationWord = Profile.WordOf(OfficeWord.Consultation),
            Department = Known(File.NameOf(Subject.DepartmentId)),
            Drafter = Known(File.NameOf(reply.DrafterId)),
            Phone = reply.ContactPhone,
            DraftedOn = reply.SubmittedOn ?? reply.FirstSubmittedOn,
            Signatures = Opinions(reply, ReviewStage.Deputy, ReviewStage.Principal),
            OfficeReviews = Opinions(reply, ReviewStage.Office),
            DepartmentReviews = Opinions(reply, ReviewStage.Head),
        };
    }

    private ReplyPart Part(int round) => new(Issuer, Subject.OurRole) { OtherUnits = [.. OtherUnits], Round = round };

    /// <summary>Who answers for all, where this bureau gives an opinion only.</summary>
    private string LeadUnit => Named(OtherUnitRole.LeadOrganizer).FirstOrDefault() ?? "";

    /// <summary>Who gives an opinion to this bureau, or answers a part beside it.</summary>
    private IEnumerable<string> OtherUnits => Named(Subject.OurRole == OurRole.SplitHandling ? OtherUnitRole.SplitHandling : OtherUnitRole.CoOrganizer);

    private IEnumerable<string> Named(OtherUnitRole role) => Subject.Units.Where(unit => unit.Role == role && unit.RemovedOn is null).Select(unit => unit.Name);

    private IReadOnlyList<string> Copies(WrittenReply reply) => DeliveryChecklist.CopiedTo(Subject, reply, Profile.CopiesTo);

    private IEnumerable<Proposer> Owed() => Subject.Proposers.Where(proposer => proposer.IsOwedReply).DefaultIfEmpty(Subject.Proposers[0]);

    /// <summary>One draft serves all; each copy is addressed to its own.</summary>
    private static Addressee Together(IReadOnlyList<Proposer> owed) =>
        new(string.Join('、', owed.Select(proposer => proposer.Name)), owed.Any(proposer => proposer.Role == ProposerRole.Collective));

    private static Addressee Address(Proposer proposer) => new(proposer.Name, proposer.Role == ProposerRole.Collective);

    private string ContactPerson(WrittenReply reply) => reply.ContactPerson.Length > 0 ? reply.ContactPerson : Known(File.NameOf(Subject.HandlerId));

    private string ContactPhone(WrittenReply reply) => reply.ContactPhone.Length > 0 ? reply.ContactPhone : Issuer.Phone;

    /// <summary>On the text as it stands: what was said of an earlier one does not hold for this.</summary>
    private IReadOnlyList<SheetOpinion> Opinions(WrittenReply reply, params IEnumerable<ReviewStage> stages) =>
        [.. reply.Reviews.Where(review => review.Version == reply.Version && stages.Contains(review.Stage)).OrderBy(review => review.Stage).Select(Opinion)];

    private SheetOpinion Opinion(ReplyReview review) => new(
        review switch
        {
            { WasSkipped: true } => "（与上一环节同一人，系统跳过）",
            { Agreed: false } => $"退回修改。{review.Opinion}",
            { Opinion.Length: > 0 } => review.Opinion,
            _ => "同意。",
        },
        File.NameOf(review.ReviewerId),
        review.On);

    private static string Known(string name) => name == "—" ? "" : name;

    private string RoleWord(OurRole role) => role switch
    {
        OurRole.LeadOrganizer => Profile.WordOf(OfficeWord.LeadOrganizer),
        OurRole.SplitHandling => "分办",
        OurRole.CoOrganizer => Profile.WordOf(OfficeWord.CoOrganizer),
        _ => Profile.WordOf(OfficeWord.SoleOrganizer),
    };

    /// <summary>A fixed day of the year needs no words here: the date itself is known.</summary>
    private static string TermWord(Term term) => term.Unit switch
    {
        TermUnit.WorkingDays => $"{term.Amount}个工作日",
        TermUnit.CalendarDays => $"{term.Amount}天",
        TermUnit.Months => $"{term.Amount}个月",
        _ => "",
    };
}
