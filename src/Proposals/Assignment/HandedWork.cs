using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>What is still open of a person in one case, and its way to another. Work items stay the ones they were, with the day they came and the date they have.</summary>
public static class HandedWork
{
    /// <summary>Steps of a head that are his as a head, not because nobody handles the case.</summary>
    private static readonly string[] OfTheHead = [AssignmentSteps.Accept, Reply.ReplySteps.Head];

    /// <summary>The act of the steps that is not the successor's to do; null where he may do them all.</summary>
    public static string? NotHis(Person successor, Guid? from, ProposalCase subject, IEnumerable<HandedStep> steps) =>
        steps.Select(step => Refused(successor, from, subject, step)).FirstOrDefault(act => act is not null);

    /// <summary>Open cases of which something lies with a person beside single steps: he handles or leads it, owes a promise or a measure.</summary>
    internal static IQueryable<ProposalCase> CasesOf(ProposalsDbContext db, Guid personId)
    {
        var plans = PlanShelf.Open(db);
        return db.Cases.Where(subject => subject.Ending == null && subject.ClosedOn == null
            && (subject.HandlerId == personId || subject.LeaderId == personId || subject.LedById == personId
                || db.Commitments.Any(promise => promise.CaseId == subject.Id && promise.ResponsibleId == personId && (promise.State == CommitmentState.NotStarted || promise.State == CommitmentState.InProgress))
                || db.PlanMeasures.Any(measure => measure.PersonId == personId && measure.State != MeasureState.Done && plans.Any(plan => plan.Id == measure.PlanId && plan.CaseId == subject.Id))));
    }

    /// <param name="scene">The case.</param>
    /// <param name="from">Null where nobody handles the case: the head keeps only what is his own.</param>
    /// <param name="successor">Null gives the steps to the department's head.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many steps, promises and measures moved; or why they may not.</returns>
    internal static async Task<(int Moved, Refusal? Refusal)> MoveAsync(CaseScene scene, Guid? from, Person? successor, CancellationToken cancellationToken)
    {
        var (db, caseId, department) = (scene.Db, scene.Case.Id, scene.Case.DepartmentId);
        var head = await db.Departments.Where(known => known.Id == department).Select(known => known.HeadId).FirstOrDefaultAsync(cancellationToken);
        var items = await OpenItems(db, caseId, from, head).ToListAsync(cancellationToken);
        var owner = successor ?? (head is { } next && next != from ? await scene.FindPersonAsync(next, cancellationToken) : null);
        var asked = await db.ReturnRequests.FirstOrDefaultAsync(request => request.CaseId == caseId && request.Approved == null && request.LeaderId == from, cancellationToken);
        if (owner is not null && await RefuseAsync(scene, items, from, owner, asked, cancellationToken) is { } refusal)
        {
            return (0, refusal);
        }

        foreach (var item in items)
        {
            db.Outbox.Add(OutboxMessage.Inbox(item.OwnerId, item.OwnerDesk, scene.Now));
            item.OwnerId = owner?.Id;
            item.OwnerDesk = owner is null ? Duties.Office : Duty.None;
            db.Outbox.Add(OutboxMessage.Inbox(item.OwnerId, item.OwnerDesk, scene.Now));
        }

        // Whoever has the step decides it, and is the one whom the request names.
        if (owner is not null)
        {
            asked?.LeaderId = owner.Id;
            var extension = await db.ExtensionRequests.FirstOrDefaultAsync(request => request.CaseId == caseId && request.Approved == null && request.DroppedOn == null && request.LeaderId == from, cancellationToken);
            extension?.LeaderId = owner.Id;
        }

        return (items.Count + await MovePromisesAsync(scene, from, successor?.Id, cancellationToken), null);
    }

    /// <summary>What lay with whoever went lies with nobody until another is named; what other departments promised stays theirs.</summary>
    private static async Task<int> MovePromisesAsync(CaseScene scene, Guid? from, Guid? successor, CancellationToken cancellationToken)
    {
        var (db, caseId, department, plans) = (scene.Db, scene.Case.Id, scene.Case.DepartmentId, PlanShelf.Open(scene.Db));
        var promises = await db.Commitments.Where(known => known.CaseId == caseId && known.ResponsibleId == from && (from != null || known.DepartmentId == null || known.DepartmentId == department) && known.State != CommitmentState.Kept && known.State != CommitmentState.Failed).ToListAsync(cancellationToken);
        promises.ForEach(promise => promise.ResponsibleId = successor);
        var measures = await db.PlanMeasures.Where(measure => measure.PersonId == from && (from != null || measure.DepartmentId == null || measure.DepartmentId == department) && measure.State != MeasureState.Done
            && plans.Any(plan => plan.Id == measure.PlanId && plan.CaseId == caseId)).ToListAsync(cancellationToken);
        measures.ForEach(measure => measure.PersonId = successor);
        return promises.Count + measures.Count;
    }

    private static async Task<Refusal?> RefuseAsync(CaseScene scene, List<WorkItem> items, Guid? from, Person owner, ReturnRequest? asked, CancellationToken cancellationToken)
    {
        StepId[] ids = [.. items.Select(item => item.StepId)];
        var types = await scene.Db.Steps.Where(step => ids.Contains(step.Id)).ToDictionaryAsync(step => step.Id, step => step.ActivityType, cancellationToken);
        var needsPrincipal = asked is not null && ReturnWindow.IsLate(asked, scene.Case.AssignedOn, scene.Rules);
        var notHis = NotHis(owner, from, scene.Case, items.Select(item => new HandedStep(types[item.StepId], item.DepartmentId, needsPrincipal)));
        return notHis is null ? null : HandoverRefusals.CannotTake(owner.DisplayName, notHis);
    }

    private static string? Refused(Person successor, Guid? from, ProposalCase subject, HandedStep step)
    {
        if (!StepCatalogue.Activities.TryFind(step.ActivityType, out var activity))
        {
            return null;
        }

        // A helping department speaks through its own people, and a request that came late is the principal's.
        return step.ActivityType == AssignmentSteps.DepartmentOpinion && successor.DepartmentId != step.Department ? activity.Ports[0].Act
            : step.ActivityType == AssignmentSteps.ApproveReturn && step.NeedsPrincipal && !successor.Duties.Includes(Duty.Principal) ? activity.Ports[0].Act
            : activity.Ports.Select(port => port.Act).FirstOrDefault(act => act is not null && !ActRights.MayTakeOver(act, successor, from, subject));
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

/// <summary>A step that goes to somebody else.</summary>
/// <param name="ActivityType">What it asks for.</param>
/// <param name="Department">Whose part of it this is, where several have one.</param>
/// <param name="NeedsPrincipal">A return that was asked for after its window.</param>
public sealed record HandedStep(string ActivityType, DepartmentId? Department, bool NeedsPrincipal = false);
