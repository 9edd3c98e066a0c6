using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Papers;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Handling;

/// <summary>The ledger for export, read page by page; its words are those of the reader's language now.</summary>
public sealed class LedgerLines(LedgerQuery ledger, ProposalsDbContext db, RefusalWords words)
{
    private const int PageSize = 200;

    public async IAsyncEnumerable<LedgerLine> ReadAsync(CaseVisibility visibility, LedgerFilter filter, DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LedgerPage page;
        filter = filter with { PageSize = PageSize, After = null };
        do
        {
            page = await ledger.PageAsync(visibility, filter, today, cancellationToken);
            var ids = page.Rows.Select(row => row.Case.Id).ToList();
            var proposers = await db.Cases.AsNoTracking().Where(subject => ids.Contains(subject.Id))
                .Select(subject => new { subject.Id, Count = subject.Proposers.Count }).ToDictionaryAsync(known => known.Id, known => known.Count, cancellationToken);
            foreach (var row in page.Rows)
                yield return Line(row, proposers.GetValueOrDefault(row.Case.Id), today);
            filter = filter with { After = page.Next };
        }
        while (page.Next is not null);
    }

    private LedgerLine Line(LedgerRow row, int proposers, DateOnly today)
    {
        var subject = row.Case;
        return new LedgerLine
        {
            Number = subject.CaseNumber,
            Session = PaperItem.Of(subject).Session,
            Kind = words.Label(subject.Kind),
            Subject = subject.Subject,
            AssignedOn = subject.AssignedOn,
            LeadProposer = row.LeadProposer,
            Proposers = proposers,
            DueOn = subject.ReplyDueOn ?? subject.DueOn,
            RepliedOn = subject.RepliedOn,
            NextDueOn = subject.DueOn ?? subject.InternalDueOn,
            AssigningBody = subject.AssigningBody,
            Role = words.Label(subject.OurRole),
            ResultClass = subject.ResultClass ?? "",
            Attitude = Rated(subject, subject.Attitude),
            Result = Rated(subject, subject.Result),
            Department = row.Department ?? "",
            Leader = row.Leader ?? "",
            Handler = row.Handler ?? "",
            State = words.Label(subject.State),
            Light = words.Label(subject.LightOn(today)),
        };
    }

    /// <summary>No answer is no rating.</summary>
    private string Rated(ProposalCase subject, Rating? rating) => rating is { } given ? words.Label(given) : subject.FeedbackLapsed ? words.Plain("Badge_no-feedback") : "";
}
