using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Persistence;

namespace Proposals.Operations;

/// <param name="CaseNumber">案号 of the case whose date differs.</param>
public sealed record FoundDifference(CaseId CaseId, ItemKind ItemKind, string CaseNumber, DateDifference Difference);

/// <summary>Adds every date of every case up anew and says where the database differs; page by page, each at one moment. It changes nothing.</summary>
public sealed class DateRebuild(ProposalsDbContext db, OfficeRules rules)
{
    private const int PageSize = 200;

    public async IAsyncEnumerable<FoundDifference> RunAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CaseId? after = null;
        List<ProposalCase> cases;
        do
        {
            await using var moment = await ReadMoment.BeginAsync(db, cancellationToken);
            var next = after is { } last ? db.Cases.AsNoTracking().Where(subject => subject.Id > last) : db.Cases.AsNoTracking();
            cases = await next.OrderBy(subject => subject.Id).Take(PageSize).ToListAsync(cancellationToken);
            var ids = cases.ConvertAll(subject => subject.Id);
            var lines = (await db.Deadlines.AsNoTracking().Where(line => ids.Contains(line.CaseId)).OrderBy(line => line.Id).ToListAsync(cancellationToken)).ToLookup(line => line.CaseId);
            var times = await CaseTimesReader.ReadAsync(db, ids, cancellationToken);
            foreach (var subject in cases)
            {
                foreach (var difference in DateCheck.Differences(subject, [.. lines[subject.Id]], times[subject.Id], rules.Of(subject), now))
                    yield return new FoundDifference(subject.Id, subject.Kind, subject.CaseNumber, difference);
            }

            after = cases.Count > 0 ? cases[^1].Id : null;
        }
        while (cases.Count == PageSize);
    }
}
