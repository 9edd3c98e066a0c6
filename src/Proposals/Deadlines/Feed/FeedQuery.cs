using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>One date of a calendar feed. Without title and without names: a feed lies on telephones and in other people's clouds.</summary>
public sealed record FeedLine(DeadlineId Id, CaseId CaseId, ItemKind ItemKind, string CaseNumber, DeadlineKind Kind, DateOnly DueOn, bool IsPaused, bool IsProvisional);

/// <summary>日历订阅: whose feed a secret opens, and what that person has to meet himself.</summary>
public sealed class FeedQuery(ProposalsDbContext db)
{
    /// <summary>More than anybody looks at, and no calendar program chokes on it.</summary>
    public const int Most = 1000;

    /// <summary>Null for a secret that nobody has, no longer has, or whose person may no longer sign in.</summary>
    public Task<Person?> OwnerAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = CalendarFeed.HashOf(secret);
        return (from feed in db.CalendarFeeds
                where feed.SecretHash == hash
                join person in db.Users.AsNoTracking() on feed.PersonId equals person.Id
                where !person.IsDisabled
                select person).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The nearest first. Handlers have their own cases, heads those of their department, deputies those they are in charge of; office, principal and supervisor all that they see.</summary>
    public async Task<IReadOnlyList<FeedLine>> LinesAsync(Person person, CancellationToken cancellationToken)
    {
        var lines = from line in OwedLines.Open(db.Deadlines.AsNoTracking(), kind: null)
                    join subject in CaseVisibility.Of(person).FilterFew(Own(person)) on line.CaseId equals subject.Id
                    orderby line.DueOn, line.Id
                    select new FeedLine(line.Id, subject.Id, subject.Kind, subject.CaseNumber, line.Kind, line.DueOn, line.PausedOn != null, line.IsProvisional);
        return await lines.Take(Most).ToListAsync(cancellationToken);
    }

    private IQueryable<ProposalCase> Own(Person person)
    {
        var cases = db.Cases.AsNoTracking();
        if (person.Duties.Includes(Duties.Office | Duty.Principal | Duty.Supervisor))
        {
            return cases;
        }

        var (me, isDeputy) = (person.Id, person.Duties.Includes(Duty.DeputyLeader));
        var headed = person.Duties.Includes(Duty.DepartmentHead) ? person.DepartmentId : null;
        return cases.Where(subject => subject.HandlerId == me || (isDeputy && subject.LeaderId == me) || (headed != null && subject.DepartmentId == headed));
    }
}
