using Proposals.Assignment;
using Proposals.Inbox;

namespace Proposals.Web.Pages.Handling;

/// <summary>What other units and helping departments are asked, while the reply is not signed.</summary>
public sealed partial class CaseActions
{
    private IEnumerable<CaseAction> WithOthers()
    {
        if (Subject.ClosedOn is not null || Subject.Ending is not null)
            yield break;
        var isSigned = Reply?.SignedOn is not null;
        var missing = Subject.AcceptedOn is null ? [] : UnitOpinions.Missing(Subject).ToList();
        if (!isSigned && Subject.AcceptedOn is not null && UnitOpinions.MayBeAsked(Subject, file.Deadlines).Any())
            yield return To(nameof(AskUnits));
        if (Subject.AcceptedOn is not null && UnitOpinions.MayAnswer(Subject).Any())
            yield return To(nameof(RecordUnitOpinion));
        if (!isSigned && missing.Exists(unit => unit.AskedOn is not null))
            yield return To(nameof(UrgeUnit));
        if (UnitOpinions.Unsettled(Subject).Any())
            yield return To(nameof(SettleDifference));
        if (Subject.AllocatedOn is null || isSigned)
            yield break;
        yield return To(nameof(NameCoDepartments));
        if (Subject.CoDepartments.Exists(named => named is { AnsweredOn: null, ReleasedOn: null }))
            yield return To(nameof(ReleaseCoDepartment));
    }

    /// <summary>A step that several have is mine only where a part of it is; the office may enter for any of them.</summary>
    private bool HasPart(Step step, string act) =>
        act != nameof(GiveDepartmentOpinion) || IsOffice || step.WorkItems.Exists(item => item.OwnerId == desk.Me && item.State == WorkItemState.Offered);

    private Guid? OwnerOf(Step step)
    {
        var open = step.WorkItems.Where(item => item.State == WorkItemState.Offered).ToList();
        return (open.Find(item => item.OwnerId == desk.Me) ?? (open is [var first, ..] ? first : null))?.OwnerId;
    }
}
