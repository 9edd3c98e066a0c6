using System.Globalization;
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
public sealed record InboxRow(WorkItem Item, Step Step, ProposalCase Case, string LeadProposer, string? Owner)
{
    /// <summary>A person, or the body that a collective proposal comes from.</summary>
    public Intake.ProposerRole LeadRole { get; init; }
}

public sealed record InboxPage(IReadOnlyList<InboxRow> Rows, InboxCursor? Next);

/// <summary>Where the next page begins. What waits is in the order of the ledger, what is done in the order of time; the item settles a tie.</summary>
public readonly record struct InboxCursor(LedgerCursor? Waiting, DateTimeOffset? DoneAt, Guid ItemId)
{
    public static InboxCursor? Parse(string? text)
    {
        var cut = text?.LastIndexOf('_') ?? -1;
        if (text is null || cut < 0 || !Guid.TryParse(text[(cut + 1)..], out var item))
            return null;
        var place = text[..cut];
        if (LedgerCursor.Parse(place) is { } waiting)
            return new InboxCursor(waiting, null, item);
        return long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new InboxCursor(null, new DateTimeOffset(ticks, TimeSpan.Zero), item)
            : null;
    }

    public override string ToString() => Waiting is { } waiting ? $"{waiting}_{ItemId}" : $"{DoneAt?.UtcTicks}_{ItemId}";
}

/// <summary>待办: reads work items; a desk's item is everybody's who sits at the desk.</summary>
public sealed class InboxQuery(ProposalsDbContext db)
{
    public async Task<InboxPage> PageAsync(CaseVisibility visibility, InboxTab tab, InboxCursor? after, int pageSize, CancellationToken cancellationToken)
    {
        // The items of the page first, then what the page says of them: a person may have thousands.
        var page = tab == InboxTab.Done
            ? Newest(Answered(visibility).Where(item => item.AnsweredById == visibility.PersonId), after, pageSize)
                .Union(Newest(Answered(visibility).Where(item => item.RecordedById == visibility.PersonId), after, pageSize))
            : ByDate(Rows(Items(visibility, tab)), after).Take(pageSize + 1).Select(row => row.Item.Id);
        var rows = Rows(db.WorkItems.AsNoTracking().Where(item => page.Contains(item.Id)));
        var sorted = tab == InboxTab.Done ? rows.OrderByDescending(row => row.Item.AnsweredAt).ThenByDescending(row => row.Item.Id) : ByDate(rows, null);
        var found = await sorted.Take(pageSize + 1).Select(row => new InboxRow(
            row.Item,
            row.Step,
            row.Case,
            row.Case.Proposers.OrderBy(proposer => proposer.Position).Select(proposer => proposer.Name).First(),
            db.Users.Where(person => person.Id == row.Item.OwnerId).Select(person => person.DisplayName).FirstOrDefault())
        {
            LeadRole = row.Case.Proposers.OrderBy(proposer => proposer.Position).Select(proposer => proposer.Role).First(),
        }).ToListAsync(cancellationToken);
        var shown = found.Take(pageSize).ToList();
        return new InboxPage(shown, found.Count > pageSize ? CursorAt(tab, shown[^1]) : null);
    }

    public Task<int> CountAsync(CaseVisibility visibility, InboxTab tab, CancellationToken cancellationToken) =>
        Items(visibility, tab).Take(LedgerQuery.CountLimit + 1).CountAsync(cancellationToken);

    private static InboxCursor CursorAt(InboxTab tab, InboxRow last) => tab == InboxTab.Done
        ? new InboxCursor(null, last.Item.AnsweredAt, last.Item.Id)
        : new InboxCursor(new LedgerCursor(last.Case.IsKey, last.Case.SortOn, last.Case.Id), null, last.Item.Id);

    private IQueryable<Joined> Rows(IQueryable<WorkItem> items) =>
        from item in items
        join step in db.Steps.AsNoTracking() on item.StepId equals step.Id
        join subject in db.Cases.AsNoTracking() on item.CaseId equals subject.Id
        select new Joined { Item = item, Step = step, Case = subject };

    private static IQueryable<Guid> Newest(IQueryable<WorkItem> items, InboxCursor? after, int pageSize)
    {
        if (after is { DoneAt: { } at, ItemId: var id })
        {
            items = items.Where(item => item.AnsweredAt < at || (item.AnsweredAt == at && item.Id < id));
        }

        return items.OrderByDescending(item => item.AnsweredAt).ThenByDescending(item => item.Id).Take(pageSize + 1).Select(item => item.Id);
    }

    private static IQueryable<Joined> ByDate(IQueryable<Joined> rows, InboxCursor? after)
    {
        if (after is { Waiting: var (isKey, sortOn, caseId), ItemId: var id })
        {
            rows = rows.Where(row => (row.Case.IsKey == isKey && (row.Case.SortOn > sortOn
                    || (row.Case.SortOn == sortOn && (row.Case.Id > caseId || (row.Case.Id == caseId && row.Item.Id > id)))))
                || (isKey && !row.Case.IsKey));
        }

        return rows.OrderByDescending(row => row.Case.IsKey).ThenBy(row => row.Case.SortOn).ThenBy(row => row.Case.Id).ThenBy(row => row.Item.Id);
    }

    private IQueryable<WorkItem> Items(CaseVisibility visibility, InboxTab tab)
    {
        var (me, desks, department) = (visibility.PersonId, visibility.Duties, visibility.DepartmentId);
        return tab switch
        {
            InboxTab.Mine => Visible(visibility).Where(item => item.State == WorkItemState.Offered
                && (item.OwnerId == me || (item.OwnerId == null && (item.OwnerDesk & desks) != Duty.None))),
            InboxTab.Department => Visible(visibility).Where(item => item.State == WorkItemState.Offered && item.DepartmentId == department && item.OwnerId != me),
            _ => Answered(visibility).Where(item => item.AnsweredById == me || item.RecordedById == me),
        };
    }

    private IQueryable<WorkItem> Answered(CaseVisibility visibility) => Visible(visibility).Where(item => item.State == WorkItemState.Answered);

    private IQueryable<WorkItem> Visible(CaseVisibility visibility)
    {
        var visible = visibility.Filter(db.Cases);
        return db.WorkItems.AsNoTracking().Where(item => visible.Any(subject => subject.Id == item.CaseId));
    }

    private sealed class Joined
    {
        public required WorkItem Item { get; init; }

        public required Step Step { get; init; }

        public required ProposalCase Case { get; init; }
    }
}
