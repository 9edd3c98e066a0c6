using Microsoft.Extensions.Localization;
using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Intake;
using Proposals.Papers;
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

    /// <summary>提醒单, 预警单 or 督办单; null for what only goes on a list: nobody gets a paper of it.</summary>
    public string? Slip(RungLevel level) => SlipWord.Of(level) is { } word ? this[word] : null;
}
