using Microsoft.Extensions.Localization;
using Proposals.Assignment;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>The parts that a further unit can have, with what each means.</summary>
internal static class UnitRoles
{
    public static ChoiceSet Choices(string name, string legend, OtherUnitRole? chosen, IStringLocalizer<AssignmentText> text) => new(name, legend, chosen?.ToString(),
    [
        new Choice(nameof(OtherUnitRole.CoOrganizer), text["AddUnit_RoleCo"], text["AddUnit_RoleCoWhat"]),
        new Choice(nameof(OtherUnitRole.SplitHandling), text["AddUnit_RoleSplit"], text["AddUnit_RoleSplitWhat"]),
    ]);
}
