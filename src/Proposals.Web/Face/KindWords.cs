using Microsoft.Extensions.Localization;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Papers;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Face;

/// <summary>Words that change with the kind of item: "提案人" must never stand on a deputy's suggestion.</summary>
public sealed class KindWords(IStringLocalizer<LabelText> labels)
{
    /// <summary>第258号提案.</summary>
    public string Number(ProposalCase subject) => Number(subject.Kind, subject.CaseNumber);

    public string Number(ItemKind kind, string caseNumber) => labels["Case_Number", caseNumber, Kind(kind)];

    public string Kind(ItemKind kind) => labels[$"ItemKind_{kind}"];

    /// <summary>区政协十五届五次会议, or 平时提案 of its year.</summary>
    public string Session(ProposalCase subject) => subject.IsInterSession
        ? labels[$"InterSession_{Family(subject.Kind)}", subject.HandlingYear]
        : labels[$"Session_{Family(subject.Kind)}", Level(subject.Level), Numeral(subject.TermNumber), Numeral(subject.SessionNumber)];

    /// <summary>领衔代表, 第一提案人, 提案单位: how this item calls the person.</summary>
    public string ProposerRole(ItemKind kind, ProposerRole role) => labels[$"Proposer_{Family(kind)}_{role}"];

    /// <summary>代表 or 委员.</summary>
    public string Person(ItemKind kind) => labels[$"Person_{Family(kind)}"];

    private string Level(AdministrativeLevel level) => labels[$"LevelPrefix_{level}"];

    private static string Family(ItemKind kind) => kind == ItemKind.CppccProposal ? "Cppcc" : "Congress";

    private static string Numeral(int number) => Languages.IsEnglish ? number.ToString() : PaperItem.Numeral(number);
}
