using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Persistence;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Inbox;

/// <summary>抄送与上传: letters that reached their proposers and not yet everybody else on their list. Nothing waits for it, so the office is reminded.</summary>
public sealed class CopiesToSend(ProposalsDbContext db, OfficeRules rules, CopyWords words)
{
    private const int MostRows = 20;

    /// <summary>Nobody copies what was settled before last year.</summary>
    private const int YearsBack = 1;

    public async Task<IReadOnlyList<TodoRow>> ListAsync(CaseVisibility visibility, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = await Lacking(visibility.Filter(db.Cases.AsNoTracking()), today.Year - YearsBack).Take(MostRows).ToListAsync(cancellationToken);
        var replies = await db.Replies.AsNoTracking().Include(reply => reply.Copies).Where(reply => ids.Contains(reply.Id)).ToListAsync(cancellationToken);
        var caseIds = replies.ConvertAll(reply => reply.CaseId);
        var subjects = await db.Cases.AsNoTracking().AsSplitQuery().Include(subject => subject.Units).Include(subject => subject.Proposers)
            .Where(subject => caseIds.Contains(subject.Id)).ToDictionaryAsync(subject => subject.Id, cancellationToken);
        return [.. replies.OrderBy(reply => reply.DeliveredOn).ThenBy(reply => reply.Id.Value).Select(reply => Row(subjects[reply.CaseId], reply, today)).OfType<TodoRow>()];
    }

    private IQueryable<ReplyId> Lacking(IQueryable<ProposalCase> visible, int since)
    {
        var standing = rules.Profile.CopiesTo.Distinct(StringComparer.Ordinal).ToList();
        var count = standing.Count;
        return from reply in db.Replies.AsNoTracking()
               where reply.DeliveredOn != null && reply.Kind == ReplyKind.ReplyLetter
               join subject in visible on reply.CaseId equals subject.Id
               where subject.HandlingYear >= since && subject.Round == reply.Round && subject.Ending == null && subject.TakenOverOn == null
               where !reply.Copies.Any(copy => copy.Way == CopyWay.Uploaded && copy.Recipient == subject.AssigningBody)
                   || !reply.Copies.Any(copy => copy.Way == CopyWay.Paper && copy.Recipient == subject.AssigningBody)
                   || reply.Copies.Count(copy => copy.Way == CopyWay.Paper && standing.Contains(copy.Recipient)) < count
                   || subject.Units.Any(unit => unit.RemovedOn == null && !reply.Copies.Any(copy => copy.Way == CopyWay.Paper && copy.Recipient == unit.Name))
               orderby reply.DeliveredOn, reply.Id
               select reply.Id;
    }

    /// <summary>Null where only a newer version of the rules than the case is under asks for another copy.</summary>
    private TodoRow? Row(ProposalCase subject, WrittenReply reply, DateOnly today)
    {
        var missing = DeliveryChecklist.Of(subject, reply, rules.Of(subject).Profile.CopiesTo).MissingCopies.Select(check => check.Entry).ToList();
        if (missing.Count == 0)
            return null;
        var lead = subject.Proposers.OrderBy(proposer => proposer.Position).Select(proposer => proposer.Name).First();
        return new TodoRow(subject, subject.LightOn(today), lead, words.Missing(missing), ActLinks.To(subject.Id, nameof(RecordCopies)));
    }
}
