using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Web.Pages.Handling;

/// <summary>Returns, extensions, objections, further units, and the ways in which a case ends without a reply.</summary>
public sealed partial class TrailWords
{
    /// <summary>Null where the act is none of these, or its own name says enough.</summary>
    private string? OutsideTitle(TrailEntry entry) => entry.Act switch
    {
        nameof(DecideReturn) => Either(entry.WhatFlag("agrees"), "Trail_ReturnAgreed", "Trail_ReturnDisagreed"),
        nameof(AnswerReturn) => Either(entry.WhatFlag("granted"), "Trail_ReturnGranted", "Trail_ReturnRefused"),
        nameof(DecideObjection) => Either(entry.WhatFlag("upheld"), "Trail_ObjectionUpheld", "Trail_ObjectionDismissed"),
        nameof(DecideExtension) => Either(entry.WhatFlag("agrees"), "Trail_ExtensionAgreed", "Trail_ExtensionDisagreed"),
        nameof(AnswerExtension) => Either(entry.WhatFlag("granted"), "Trail_ExtensionGranted", "Trail_ExtensionRefused"),
        nameof(AnswerAddUnit) => Either(entry.WhatFlag("granted"), "Trail_UnitGranted", "Trail_UnitRefused"),
        _ => null,
    };

    private string? OutsideDetail(CaseFile file, TrailEntry entry) => entry.Act switch
    {
        nameof(RequestReturn) => text["Trail_ReturnTo", entry.What("suggestedUnit") ?? "—", file.NameOf(entry.WhatId("leaderId"))].Value,
        nameof(AnswerReturn) when entry.WhatFlag("granted") == true => text["Trail_WentTo", file.Returns.LastOrDefault(request => request.Granted == true)?.WentTo ?? "—"].Value,
        nameof(RequestExtension) => text["Trail_ExtensionTo", entry.What("until") ?? "—", file.NameOf(entry.WhatId("leaderId"))].Value,
        nameof(RecordReassignment) => text["Trail_WentTo", entry.What("wentTo") ?? "—"].Value,
        nameof(RequestAddUnit) => Unit(entry.What("unitName"), entry.WhatEnum<OtherUnitRole>("role")),
        nameof(AnswerAddUnit) => file.AddedUnits.FirstOrDefault(request => request.Id == entry.WhatId("requestId")) is { } asked ? Unit(asked.UnitName, entry.WhatEnum<OtherUnitRole>("role") ?? asked.Role) : null,
        _ => null,
    };

    private string? Either(bool? flag, string yes, string no) => flag is { } known ? text[known ? yes : no].Value : null;

    private string? Unit(string? name, OtherUnitRole? role) => name is null || role is null ? name : text["Trail_Unit", name, words.Label(role.Value)].Value;
}
