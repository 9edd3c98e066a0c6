using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>What is still open of a person in one case, and its way to another. Work items stay the ones they were, with the day they came and the date they have.</summary>
internal static class HandedWork
{
    /// <summary>Steps of a head that are his as a head, not because nobody handles the case.</summary>
    private static readonly string[] OfTheHead = [AssignmentSteps.Accept, Reply.ReplySteps.Head];

    /// <param name="scene">The case.</param>
    /// <param name="from">Null where nobody handles the case: the head keeps only what is his own.</param>
    /// <param name="successor">Null gives the steps to the department's head.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many steps, promises and measures moved.</returns>
    public static async Task<int> MoveAsync(CaseScene scene, Guid? from, Guid? successor, CancellationToken cancellationToken)
    {
        var (db, caseId, department) = (scene.Db, scene.Case.Id, scene.Case.DepartmentId);
        var head = await db.Departments.Where(known => known.Id == department).Select(known => known.HeadId).FirstOrDefaultAsync(cancellationToken);
        var items = await OpenItems(db, caseId, from, head).ToListAsync(cancellationToken);
        var owner = successor ?? (head == from ? null : head);
        foreach (var item in items)
        {
            db.Outbox.Add(OutboxMessage.Inbox(item.OwnerId, item.OwnerDesk, scene.Now));
            db.Entry(item).Property(known => known.OwnerId).CurrentValue = owner;
            db.Entry(item).Property(known => known.OwnerDesk).CurrentValue = owner is null ? Duties.Office : Duty.None;
            db.Outbox.Add(OutboxMessage.Inbox(owner, owner is null ? Duties.Office : Duty.None, scene.Now));
        }

        // What lay with whoever went lies with nobody until another is named; what other departments promised stays theirs.
        var promises = await db.Commitments.Where(known => known.CaseId == caseId && known.ResponsibleId == from && (from != null || known.DepartmentId == null || known.DepartmentId == department) && known.State != CommitmentState.Kept && known.State != CommitmentState.Failed).ToListAsync(cancellationToken);
        promises.ForEach(promise => promise.ResponsibleId = successor);
        var measures = await db.PlanMeasures.Where(measure => measure.PersonId == from && (from != null || measure.DepartmentId == null || measure.DepartmentId == department) && measure.State != MeasureState.Done
            && db.HandlingPlans.Any(plan => plan.Id == measure.PlanId && plan.CaseId == caseId && plan.Approved != false)).ToListAsync(cancellationToken);
        measures.ForEach(measure => db.Entry(measure).Property(known => known.PersonId).CurrentValue = successor);
        return items.Count + promises.Count + measures.Count;
    }

    private static IQueryable<WorkItem> OpenItems(ProposalsDbContext db, CaseId caseId, Guid? from, Guid? head)
    {
        var open = db.WorkItems.Where(item => item.CaseId == caseId && (item.State == WorkItemState.Offered || item.State == WorkItemState.Held));
        return from is { } leaver
            ? open.Where(item => item.OwnerId == leaver)
            : open.Where(item => item.DepartmentId != null && (item.OwnerId == null || item.OwnerId == head)
                && db.Steps.Any(step => step.Id == item.StepId && !OfTheHead.Contains(step.ActivityType)));
    }
}
