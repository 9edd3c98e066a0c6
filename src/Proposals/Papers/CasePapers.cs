using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;

namespace Proposals.Papers;

/// <summary>Fills the papers of a case from its file. A paper that there is nothing for yet is null.</summary>
public sealed record CasePapers(CaseFile File, PaperIssuer Issuer, RuleProfile Profile)
{
    /// <summary>Who answers for all, where this bureau gives an opinion only.</summary>
    public string LeadUnit { get; init; } = "";

    /// <summary>Who gives an opinion to this bureau, or answers a part beside it.</summary>
    public IReadOnlyList<string> OtherUnits { get; init; } = [];

    private ProposalCase Subject => File.Case;

    private PaperItem Item => PaperItem.Of(Subject);

    /// <param name="round">Which reply; null is the present one.</param>
    public WrittenReply? ReplyOf(int? round) => File.Replies.FirstOrDefault(reply => reply.Round == (round ?? Subject.Round));

    public ReplyLetter? Reply(int? round)
    {
        if (Subject.OurRole == OurRole.CoOrganizer || ReplyOf(round) is not { } reply)
            return null;
        return new ReplyLetter(Item, Part(reply.Round), [.. Owed().Select(Address)], reply.Body)
        {
            ResultClass = reply.ResultClass,
            DocumentNumber = reply.DocumentNumber,
            SignedOn = reply.SignedOn,
            ContactPerson = ContactPerson(reply),
            ContactPhone = ContactPhone(reply),
            Copies = Copies(),
        };
    }

    public OpinionLetter? Opinion()
    {
        if (Subject.OurRole != OurRole.CoOrganizer || ReplyOf(null) is not { } opinion)
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
        if (Subject.OurRole == OurRole.CoOrganizer || ReplyOf(round) is not { } reply)
            return null;
        return new FeedbackSheet(Item, Issuer, [.. Owed().Select(proposer => new Respondent(proposer.Name, proposer.Role) { WorkUnit = proposer.WorkUnit, ContactPerson = proposer.ContactPerson })])
        {
            RoleWord = RoleWord(Subject.OurRole),
            DocumentNumber = reply.DocumentNumber,
            ReturnTerm = Profile.Terms.ContainsKey(DeadlineKind.FeedbackReturn) ? TermWord(Profile.TermOf(DeadlineKind.FeedbackReturn)) : "",
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
        var isOpinion = Subject.OurRole == OurRole.CoOrganizer;
        return new SigningSheet(Issuer, isOpinion ? LetterWords.OpinionTitle(Item) : LetterWords.ReplyTitle(Item))
        {
            DocumentNumber = reply.DocumentNumber,
            To = isOpinion ? new[] { LeadUnit }.Where(unit => unit.Length > 0).ToArray() : [.. Owed().Select(proposer => proposer.Role == ProposerRole.Collective ? proposer.Name : proposer.Name + Item.Person)],
            Copies = isOpinion ? [] : Copies(),
            Enclosures = isOpinion ? [] : [ReplyLetter.FeedbackForm],
            ResultClass = isOpinion ? "" : Profile.ClassOf(reply.ResultClass) is { } known ? $"{known.Code}类 {known.Chinese}" : reply.ResultClass,
            DueOn = Subject.ReplyDueOn,
            Consultations = isOpinion ? "" : $"有效面商{Subject.ValidConsultations}次（共联系{Subject.Contacts}次）",
            Department = Known(File.NameOf(Subject.DepartmentId)),
            Drafter = Known(File.NameOf(reply.DrafterId)),
            Phone = reply.ContactPhone,
            DraftedOn = reply.SubmittedOn ?? reply.FirstSubmittedOn,
            Opinions = [.. reply.Reviews.Where(review => review.Version == reply.Version).OrderByDescending(review => review.Stage).Select(Opinion)],
        };
    }

    private ReplyPart Part(int round) => new(Issuer, Subject.OurRole) { OtherUnits = OtherUnits, Round = round };

    private IReadOnlyList<string> Copies() => [.. new[] { Subject.AssigningBody }.Concat(OtherUnits).Where(unit => unit.Length > 0).Distinct()];

    private IEnumerable<Proposer> Owed() => Subject.Proposers.Where(proposer => proposer.IsOwedReply).DefaultIfEmpty(Subject.Proposers[0]);

    private static Addressee Address(Proposer proposer) => new(proposer.Name, proposer.Role == ProposerRole.Collective);

    private string ContactPerson(WrittenReply reply) => reply.ContactPerson.Length > 0 ? reply.ContactPerson : Known(File.NameOf(Subject.HandlerId));

    private string ContactPhone(WrittenReply reply) => reply.ContactPhone.Length > 0 ? reply.ContactPhone : Issuer.Phone;

    private SheetOpinion Opinion(ReplyReview review) => new(
        review.Stage switch
        {
            ReviewStage.Head => SheetBox.Department,
            ReviewStage.Office => SheetBox.Office,
            _ => SheetBox.Signature,
        },
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

    private static string RoleWord(OurRole role) => role switch
    {
        OurRole.LeadOrganizer => "主办",
        OurRole.SplitHandling => "分办",
        OurRole.CoOrganizer => "会办",
        _ => "独办",
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
