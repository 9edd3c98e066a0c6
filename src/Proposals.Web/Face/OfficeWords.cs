using Microsoft.Extensions.Localization;
using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Intake;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Face;

/// <summary>用语: what this place calls things, from the rules in force. English knows one word for each.</summary>
public sealed class OfficeWords(OfficeRules rules, IStringLocalizer<LabelText> labels)
{
    public string this[OfficeWord word] => Languages.IsEnglish ? labels[$"OfficeWord_{word}"] : rules.Profile.WordOf(word);

    /// <summary>A part that a unit has in an item; null for one that every place calls alike.</summary>
    public string? Part(Enum part) => part switch
    {
        _ when Languages.IsEnglish => null,
        OurRole.LeadOrganizer or OtherUnitRole.LeadOrganizer => this[OfficeWord.LeadOrganizer],
        OurRole.SoleOrganizer => this[OfficeWord.SoleOrganizer],
        OurRole.CoOrganizer or OtherUnitRole.CoOrganizer => this[OfficeWord.CoOrganizer],
        _ => null,
    };

    /// <summary>A text that says 面商 says it in the place's own word. Only for this word: it stands in no other one.</summary>
    public string In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Languages.IsEnglish ? text : text.Replace(ShippedRules.Profile.WordOf(OfficeWord.Consultation), this[OfficeWord.Consultation], StringComparison.Ordinal);
    }
}
