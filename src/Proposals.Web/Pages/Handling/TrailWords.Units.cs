using Proposals.Assignment;
using Proposals.Handling;
using Proposals.People;
using Proposals.Reply;

namespace Proposals.Web.Pages.Handling;

/// <summary>Lines about other units and helping departments.</summary>
public sealed partial class TrailWords
{
    private string? OfOthers(CaseFile file, TrailEntry entry) => entry.Act switch
    {
        nameof(SendOpinion) => entry.WhatEnum<DeliveryWay>("way") is { } sent
            ? text["Trail_Sent", file.Case.UnitThatLeads()?.Name ?? "—", words.Label(sent), file.NameOf(entry.WhatId("handedOverById") ?? entry.DecidedById)].Value
            : null,
        nameof(FileLeadReply) => file.Case.UnitThatLeads()?.Name,
        nameof(AskUnits) => string.Join('、', entry.WhatIds("unitIds").Select(id => Unit(file, id))),
        nameof(RecordUnitOpinion) => entry.WhatEnum<UnitStance>("stance") is { } stance ? text["Trail_UnitSays", Unit(file, entry.WhatId("unitId")), words.Label(stance)].Value : null,
        nameof(UrgeUnit) or nameof(SettleDifference) => Unit(file, entry.WhatId("unitId")),
        nameof(NameCoDepartments) => string.Join('、', entry.WhatIds("departmentIds").Select(id => file.NameOf(new DepartmentId(id)))),
        nameof(GiveDepartmentOpinion) => file.People.TryGetValue(entry.DecidedById ?? default, out var head) ? file.NameOf(head.DepartmentId) : null,
        nameof(ReleaseCoDepartment) => entry.WhatId("departmentId") is { } department ? file.NameOf(new DepartmentId(department)) : null,
        _ => null,
    };

    private static string Unit(CaseFile file, Guid? id) => file.Case.Units.Find(unit => unit.Id == id)?.Name ?? "—";
}
