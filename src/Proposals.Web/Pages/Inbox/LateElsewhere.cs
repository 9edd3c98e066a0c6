using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Persistence;
using Proposals.Web.Acts;
using Proposals.Web.Face;
using Proposals.Web.Pages.FollowUp;

namespace Proposals.Web.Pages.Inbox;

/// <summary>催办: red cases that lie with somebody outside the office, and for how long; the office's second daily task.</summary>
public sealed class LateElsewhere(ProposalsDbContext db, OfficeRules rules, DueWords due, IStringLocalizer<InboxText> text)
{
    private const int MostRows = 20;

    public async Task<IReadOnlyList<TodoRow>> ListAsync(CaseVisibility visibility, DateOnly today, CancellationToken cancellationToken)
    {
        var late = from item in db.WorkItems.AsNoTracking()
                   where item.State == WorkItemState.Offered && item.OwnerId != null && item.OwnerId != visibility.PersonId
                   join step in db.Steps.AsNoTracking() on item.StepId equals step.Id
                   join subject in visibility.Filter(db.Cases.AsNoTracking()) on item.CaseId equals subject.Id
                   where subject.RedFrom <= today
                   orderby subject.SortOn, subject.Id
                   select new
                   {
                       Subject = subject,
                       Step = step,
                       Owner = db.Users.Where(person => person.Id == item.OwnerId).Select(person => person.DisplayName).FirstOrDefault(),
                       LeadRole = subject.Proposers.OrderBy(proposer => proposer.Position).Select(proposer => proposer.Role).First(),
                       Lead = subject.Proposers.OrderBy(proposer => proposer.Position).Select(proposer => proposer.Name).First(),
                   };
        return
        [
            .. (await late.Take(MostRows).ToListAsync(cancellationToken)).Select(row => new TodoRow(
                row.Subject,
                Light.Red,
                row.Lead,
                text["Urge_Row", row.Owner ?? "—", rules.Calendar.WorkingDaysBetween(OfficeClock.Day(row.Step.OpenedAt), today), StepWords.Name(row.Step)],
                ActLinks.Case(row.Subject.Id))
            {
                LeadRole = row.LeadRole,
                Distance = row.Subject.DueOn is { } day ? due.DateAndDistance(day, today) : null,
                Also = [(text["UrgeStep_Link"], UrgeStepPage.Address(row.Subject.Id, "/")), (text["Urge_Link"], UrgePage.Address(row.Subject.Id, "/"))],
            }),
        ];
    }
}
