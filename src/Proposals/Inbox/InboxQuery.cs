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
            ? Newest(Answered(visibility).Where(row => row.Item.AnsweredById == visibility.PersonId), after, pageSize)
                .Union(Newest(Answered(visibility).Where(row => row.Item.RecordedById == visibility.PersonId), after, pageSize))
            : ByDate(Items(visibility, tab), after).Take(pageSize + 1).Select(row => row.Item.Id);
        var rows = Rows(db.WorkItems.AsNoTracking().Where(item => page.Contains(item.Id)), db.Cases.AsNoTracking())
            .Join(db.Steps.AsNoTracking(), row => row.Item.StepId, step => step.Id, (row, step) => new Joined { Item = row.Item, Case = row.Case, Step = step });
        var sorted = tab == InboxTab.Done ? rows.OrderByDescending(row => row.Item.AnsweredAt).ThenByDescending(row => row.Item.Id) : ByDate(rows, null);
        var found = await sorted.Take(pageSize + 1).Select(row => new InboxRow(
            row.Item,
            row.Step!,
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

    private static IQueryable<Joined> Rows(IQueryable<WorkItem> items, IQueryable<ProposalCase> cases) =>
        from item in items
        join subject in cases on item.CaseId equals subject.Id
        select new Joined { Item = item, Case = subject };

    private static IQueryable<Guid> Newest(IQueryable<Joined> rows, InboxCursor? after, int pageSize)
    {
        if (after is { DoneAt: { } at, ItemId: var id })
        {
            rows = rows.Where(row => row.Item.AnsweredAt < at || (row.Item.AnsweredAt == at && row.Item.Id < id));
        }

        return rows.OrderByDescending(row => row.Item.AnsweredAt).ThenByDescending(row => row.Item.Id).Take(pageSize + 1).Select(row => row.Item.Id);
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

    private IQueryable<Joined> Items(CaseVisibility visibility, InboxTab tab)
    {
        var (me, department) = (visibility.PersonId, visibility.DepartmentId);
        var desks = StepBook.Desks.Where(desk => visibility.Duties.Includes(desk)).ToList();
        return tab switch
        {
            InboxTab.Mine => Offered(visibility).Where(row => row.Item.OwnerId == me || (row.Item.OwnerId == null && desks.Contains(row.Item.OwnerDesk))),
            InboxTab.Department => Offered(visibility).Where(row => department != null && row.Item.DepartmentId == department && row.Item.OwnerId != me),
            _ => Answered(visibility).Where(row => row.Item.AnsweredById == me || row.Item.RecordedById == me),
        };
    }

    private IQueryable<Joined> Offered(CaseVisibility visibility) => Visible(visibility).Where(row => row.Item.State == WorkItemState.Offered);

    private IQueryable<Joined> Answered(CaseVisibility visibility) => Visible(visibility).Where(row => row.Item.State == WorkItemState.Answered);

    private IQueryable<Joined> Visible(CaseVisibility visibility) => Rows(db.WorkItems.AsNoTracking(), visibility.FilterFew(db.Cases.AsNoTracking()));

    private sealed class Joined
    {
        public required WorkItem Item { get; init; }

        public required ProposalCase Case { get; init; }

        /// <summary>Only where a line is drawn: to pick the lines of a page, nothing of it is asked.</summary>
        public Step? Step { get; init; }
    }
}
