using Proposals.Assignment;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Reply;

namespace Proposals.Web.Pages.Handling;

/// <summary>Words of key items, plans, promises and hand-overs.</summary>
public sealed partial class TrailWords
{
    private string? OfPlansAndPromises(CaseFile file, TrailEntry entry) => entry.Act switch
    {
        nameof(MarkKeyItem) => entry.WhatEnum<KeyLevel>("level") is { } level ? text["Trail_KeyItem", words.Label(level), file.NameOf(entry.WhatId("ledById"))].Value : null,
        nameof(SubmitPlan) => text["Trail_Plan", entry.WhatCount("measures")].Value,
        nameof(UpdateMeasure) => Measure(file, entry),
        nameof(ClearCommitment) => Promise(file, entry),
        nameof(SendBackCommitment) => text["Trail_SendBack", Promise(file, entry) ?? "—", entry.What("nextStep") ?? "—"].Value,
        nameof(RecordSecondReply) => entry.WhatEnum<DeliveryWay>("way") is { } way ? text["Trail_SecondReply", entry.What("documentNumber") ?? "", words.Label(way)].Value.Trim() : null,
        nameof(UpgradeClass) => file.ClassChanges.FirstOrDefault(change => change.After == entry.What("resultClass")) is { } change ? text["Trail_ClassChange", change.Before, change.After].Value : null,
        nameof(TransferCase) => text["Trail_Transfer", Named(file, entry.WhatId("fromId")), Named(file, entry.WhatId("successorId"))].Value,
        _ => null,
    };

    private string? Measure(CaseFile file, TrailEntry entry) =>
        file.Plans.SelectMany(plan => plan.Measures).FirstOrDefault(known => known.Id == entry.WhatId("measureId")) is { } measure && entry.WhatEnum<MeasureState>("state") is { } state
            ? text["Trail_Progress", measure.Text, words.Label(state)].Value
            : null;

    private static string? Promise(CaseFile file, TrailEntry entry) => file.Commitments.FirstOrDefault(known => known.Id.Value == entry.WhatId("commitmentId"))?.Text;

    private string Named(CaseFile file, Guid? person) => person is null ? text["Trail_HandlerOpen"] : file.NameOf(person);
}
