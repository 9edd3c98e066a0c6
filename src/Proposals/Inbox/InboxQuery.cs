using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Inbox;

public enum InboxTab
{
    /// <summary>待我办理.</summary>
    Mine,

    /// <summary>我科室的.</summary>
    Department,

    /// <summary>已办.</summary>
    Done,
}

/// <summary>One line of an inbox: the step, its case, and why it lies here.</summary>
public sealed record InboxRow(WorkItem Item, Step Step, ProposalCase Case, string LeadProposer, string? Owner);

public sealed record InboxPage(IReadOnlyList<InboxRow> Rows, LedgerCursor? Next);

/// <summary>待办: reads work items; a desk's item is everybody's who sits at the desk.</summary>
public sealed class InboxQuery(ProposalsDbContext db)
{
    public async Task<InboxPage> PageAsync(CaseVisibility visibility, InboxTab tab, LedgerCursor? after, int pageSize, CancellationToken cancellationToken)
    {
        var rows = from item in Items(visibility, tab)
                   join step in db.Steps.AsNoTracking() on item.StepId equals step.Id
                   join subject in visibility.Filter(db.Cases.AsNoTracking()) on item.CaseId equals subject.Id
                   select new { item, step, subject };
        if (after is var (isKey, sortOn, id))
        {
            rows = rows.Where(row => (row.subject.IsKey == isKey && (row.subject.SortOn > sortOn || (row.subject.SortOn == sortOn && row.subject.Id > id)))
                || (isKey && !row.subject.IsKey));
        }

        var sorted = tab == InboxTab.Done
            ? rows.OrderByDescending(row => row.item.AnsweredAt)
            : rows.OrderByDescending(row => row.subject.IsKey).ThenBy(row => row.subject.SortOn).ThenBy(row => row.subject.Id);
        var found = await sorted.Take(pageSize + 1).Select(row => new InboxRow(
            row.item,
            row.step,
            row.subject,
            row.subject.Proposers.OrderBy(proposer => proposer.Position).Select(proposer => proposer.Name).First(),
            db.Users.Where(person => person.Id == row.item.OwnerId).Select(person => person.DisplayName).FirstOrDefault())).ToListAsync(cancellationToken);
        var shown = found.Take(pageSize).ToList();
        return new InboxPage(shown, found.Count > pageSize ? new LedgerCursor(shown[^1].Case.IsKey, shown[^1].Case.SortOn, shown[^1].Case.Id) : null);
    }

    public Task<int> CountAsync(CaseVisibility visibility, InboxTab tab, CancellationToken cancellationToken) =>
        Items(visibility, tab).Take(LedgerQuery.CountLimit + 1).CountAsync(cancellationToken);

    private IQueryable<WorkItem> Items(CaseVisibility visibility, InboxTab tab)
    {
        var (me, desks, department) = (visibility.PersonId, visibility.Duties, visibility.DepartmentId);
        var items = db.WorkItems.AsNoTracking();
        return tab switch
        {
            InboxTab.Mine => items.Where(item => item.State == WorkItemState.Offered
                && (item.OwnerId == me || (item.OwnerId == null && (item.OwnerDesk & desks) != Duty.None))),
            InboxTab.Department => items.Where(item => item.State == WorkItemState.Offered && item.DepartmentId == department && item.OwnerId != me),
            _ => items.Where(item => item.State == WorkItemState.Answered && (item.AnsweredById == me || item.RecordedById == me)),
        };
    }
}
