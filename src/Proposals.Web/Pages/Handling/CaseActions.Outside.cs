using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Web.Pages.Handling;

/// <summary>How the case may leave the bureau, or get company: asked for and entered by the office.</summary>
public sealed partial class CaseActions
{
    /// <summary>Some request for a further unit waits for its answer.</summary>
    public bool MayAnswerUnit => file.AddedUnits.Any(request => request.Granted is null) && MayDoNow(nameof(AnswerAddUnit));

    private IEnumerable<CaseAction> Outside(bool isOver)
    {
        if (isOver)
            yield break;
        if (Subject.Ending is not null)
        {
            // An end that was recorded wrongly, or an item that came back to us: the number gets free for its right registration.
            if (Subject.Ending != CaseEnding.Voided && VoidCase.MayBeMistake(Subject, Reply))
                yield return To(nameof(VoidCase));
            yield break;
        }

        var isReplied = Subject.RepliedOn is not null || Reply?.DeliveredOn is not null;
        var isAnswered = Subject.RepliedOn is not null || (!Subject.OwesOpinion && Reply?.Deliveries.Count > 0);
        if (!isReplied && Reply?.SealedOn is null)
            yield return To(nameof(RequestReturn));
        if (!isReplied)
            yield return To(nameof(RequestAddUnit));

        if (MayAnswerUnit)
            yield return To(nameof(AnswerAddUnit));
        if (!isAnswered)
        {
            yield return To(nameof(WithdrawCase));
            yield return To(nameof(RecordReassignment));
        }

        foreach (var action in Clocks())
            yield return action;
        if (VoidCase.MayBeMistake(Subject, Reply))
            yield return To(nameof(VoidCase));
    }

    /// <summary>批示 on a 督办单: the leader's own, or entered for him.</summary>
    private bool MayDirect => file.OpenOrders.Any(order => IsOffice || (file.People.TryGetValue(desk.Me, out var me) && DirectSupervision.MayDirect(me, order.LeaderId)));

    /// <summary>What concerns the dates of the case.</summary>
    private IEnumerable<CaseAction> Clocks()
    {
        var rules = desk.Rules.Of(Subject).Profile;
        if (!file.Extensions.Any(request => request.IsPending) && ExtensionLimits.LineOf(file.Ledger, rules) is { } line && (line.PausedOn is not null || line.DueOn >= desk.Today))
            yield return To(nameof(RequestExtension));
        if (Subject.PausedOn is not null)
            yield return To(nameof(ResumeClock));
        else if (file.Deadlines.Any(open => open is { IsOpen: true, Nature: DeadlineNature.Statutory, Term: not null } && rules.MayPause(open.Kind)))
            yield return To(nameof(PauseClock));
        if (Subject.RulesVersion != desk.Rules.Profile.Version && Subject.AssignedOn <= desk.Today)
            yield return To(nameof(ApplyRules));
    }
}
