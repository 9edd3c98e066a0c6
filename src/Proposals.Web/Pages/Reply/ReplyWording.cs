using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Reply;

/// <summary>How forms and papers on the screen name a class. What the letter itself says is CasePapers' matter.</summary>
public sealed class ReplyWording(IStringLocalizer<ReplyText> text)
{
    /// <summary>A letter always goes with its words.</summary>
    public string Class(ResultClass known) => text["Class_WithWords", known.Code, Languages.IsEnglish ? known.English : known.Chinese];

    public Choice ClassChoice(ResultClass known) => new(known.Code, Class(known), known.NeedsFollowUp ? text["Class_AsksPromises"].Value : null, known.NeedsFollowUp);

    public string Class(RulesInForce rules, string? code) => rules.Profile.ClassOf(code) is { } known ? Class(known) : code ?? "—";

    public string PromiseNeedsDate => text["Promise_NeedsDate"];
}
