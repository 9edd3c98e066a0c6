using System.Globalization;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Reply;

/// <summary>What the letter itself says. It is a Chinese paper, whatever language its drafter reads the pages in.</summary>
public sealed class ReplyWording(KindWords words, IStringLocalizer<ReplyText> text)
{
    /// <summary>A Chinese paragraph begins two full characters in; an empty one is where the drafter goes on.</summary>
    private const string Indent = "\u3000\u3000";

    /// <summary>关于区政协十五届五次会议第258号提案的答复, or 的会办意见.</summary>
    public string Title(ProposalCase subject) => InChinese(() => text[subject.OwesOpinion ? "Opinion_Title" : "Letter_Title", Called(subject)]);

    /// <summary>Salutation, opening and close; the substance is the drafter's.</summary>
    public string Skeleton(ProposalCase subject) => InChinese(() => subject.OwesOpinion ? OpinionSkeleton(subject) : string.Join('\n',
        Salutation(subject),
        Indent + Opening(subject),
        Indent,
        Indent + text["Letter_Close"]));

    /// <summary>抄送: the assigning body, and whoever gave us an opinion or owes us one.</summary>
    public static IReadOnlyList<string> CopiesTo(ProposalCase subject) => [subject.AssigningBody, .. subject.CoOrganizers().Select(unit => unit.Name)];

    /// <summary>A letter always goes with its words.</summary>
    public string Class(ResultClass known) => text["Class_WithWords", known.Code, Languages.IsEnglish ? known.English : known.Chinese];

    public Choice ClassChoice(ResultClass known) => new(known.Code, Class(known), known.NeedsFollowUp ? text["Class_AsksPromises"].Value : null, known.NeedsFollowUp);

    public string Class(OfficeRules rules, string? code) => rules.Profile.ClassOf(code) is { } known ? Class(known) : code ?? "—";

    public string PromiseNeedsDate => text["Promise_NeedsDate"];

    /// <summary>Between units: who leads is addressed, and the text is his to use.</summary>
    private string OpinionSkeleton(ProposalCase subject) => string.Join('\n',
        text["Letter_ToUnit", subject.UnitThatLeads()?.Name ?? ""],
        Indent + text["Opinion_Opening", subject.Subject, Called(subject)],
        Indent,
        Indent + text["Opinion_Close"]);

    private string Opening(ProposalCase subject) => subject.Round > 1
        ? text["Letter_OpeningAgain", subject.Subject, Called(subject), With(subject)]
        : subject.IsInterSession
            ? text["Letter_OpeningBetweenSessions", subject.Subject, Called(subject), With(subject)]
            : text["Letter_Opening", words.Session(subject), subject.Subject, words.Number(subject), With(subject)];

    /// <summary>经我局主办，区公安分局会办，: where we answer for others too, the letter says who they are.</summary>
    private string With(ProposalCase subject) => subject.CoOrganizers().ToList() is { Count: > 0 } units ? text["Letter_CoOrganized", string.Join('、', units.Select(unit => unit.Name))] : "";

    /// <summary>Between sessions the series already names the kind: 2026年平时提案第31号.</summary>
    private string Called(ProposalCase subject) =>
        words.Session(subject) + (subject.IsInterSession ? text["Letter_BareNumber", subject.CaseNumber].Value : words.Number(subject));

    private string Salutation(ProposalCase subject)
    {
        var addressed = subject.Proposers.Where(proposer => proposer.IsOwedReply).ToList();
        var names = string.Join('、', addressed.Select(proposer => proposer.Name));
        return addressed.Exists(proposer => proposer.Role == ProposerRole.Collective)
            ? text["Letter_ToUnit", names]
            : text["Letter_ToPerson", names, words.Person(subject.Kind)];
    }

    private static string InChinese(Func<string> write)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Languages.Chinese;
        try
        {
            return write();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
