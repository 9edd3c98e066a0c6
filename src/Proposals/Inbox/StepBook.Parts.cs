using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Inbox;

/// <summary>Steps that several have, completion rule "all": each settles his own part once, the last one ends the step.</summary>
public sealed partial class StepBook
{
    /// <summary>One department's part is answered, or no longer asked for; the step goes on waiting for the others.</summary>
    public void Settle(Step step, StepPart part, Guid? decidedBy, Guid? recordedBy, DateTimeOffset now)
    {
        foreach (var item in step.WorkItems.Where(item => item.DepartmentId == part.Department && item.State is WorkItemState.Offered or WorkItemState.Held))
        {
            if (part.IsAnswer)
            {
                Answer(item, decidedBy, recordedBy, now);
                continue;
            }

            item.State = WorkItemState.Withdrawn;
            db.Outbox.Add(OutboxMessage.Inbox(item.OwnerId, item.OwnerDesk, now));
        }
    }

    /// <summary>Whoever was named after the step opened gets his part of it.</summary>
    public Task WidenAsync(Step step, ProposalCase subject, DateTimeOffset now, CancellationToken cancellationToken) => OfferToDepartmentsAsync(step, subject, now, cancellationToken);

    /// <summary>A part for each head whose department is asked and has none yet.</summary>
    private async Task OfferToDepartmentsAsync(Step step, ProposalCase subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.CoDepartments.Where(named => named.CaseId == subject.Id && named.AnsweredOn == null && named.ReleasedOn == null).LoadAsync(cancellationToken);
        var asked = db.InHand<CoDepartment>().Where(named => named.CaseId == subject.Id && named is { AnsweredOn: null, ReleasedOn: null }).OrderBy(named => named.Id).Select(named => named.DepartmentId).Distinct()
            .Where(department => !step.WorkItems.Exists(item => item.DepartmentId == department && item.State is WorkItemState.Offered or WorkItemState.Held)).ToList();
        var heads = await db.Departments.Where(department => asked.Contains(department.Id)).ToDictionaryAsync(department => department.Id, department => department.HeadId, cancellationToken);
        foreach (var department in asked)
        {
            var owner = await PresentAsync(heads.GetValueOrDefault(department), cancellationToken);
            Add(step, new WorkItem
            {
                Id = TimedId.At(now),
                StepId = step.Id,
                CaseId = subject.Id,
                OwnerId = owner,
                OwnerDesk = owner is not null ? Duty.None : Duties.Office,
                DepartmentId = department,
            }, now);
        }
    }

    /// <summary>Null where the account is disabled: nothing may lie with somebody who is gone.</summary>
    private async Task<Guid?> PresentAsync(Guid? owner, CancellationToken cancellationToken) =>
        owner is { } named && await IsPresent.For(db)(db, named, cancellationToken) ? owner : null;

    private void Add(Step step, WorkItem item, DateTimeOffset now)
    {
        step.WorkItems.Add(item);
        if (db.Entry(step).State != EntityState.Detached)
        {
            db.WorkItems.Add(item);
        }

        db.Outbox.Add(OutboxMessage.Inbox(item.OwnerId, item.OwnerDesk, now));
    }

    private void Answer(WorkItem item, Guid? decidedBy, Guid? recordedBy, DateTimeOffset now)
    {
        item.State = WorkItemState.Answered;
        item.AnsweredById = decidedBy;
        item.RecordedById = recordedBy;
        item.AnsweredAt = now;
        db.Outbox.Add(OutboxMessage.Inbox(item.OwnerId, item.OwnerDesk, now));
    }
}
