using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Acts;

/// <summary>Acts that are tried to see what would come of them.</summary>
public sealed partial class CaseActs
{
    /// <summary>Does the request and takes it back: what would be refused, or the case as it would stand. Nothing of it stays, no number is drawn.</summary>
    /// <param name="caseId">Null where the request registers the case.</param>
    public async Task<(ActOutcome Outcome, ProposalCase? Subject)> TryAsync(CaseId? caseId, ActRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = caseId ?? CaseId.New(now);
        try
        {
            using var taken = await turn.TakeAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var outcome = await RunInTransactionAsync(id, request, now, cancellationToken);
            return (outcome, db.InHand<ProposalCase>().FirstOrDefault(known => known.Id == id));
        }
        catch (Exception lost) when (WriteConflict.Names(lost) is { } conflict)
        {
            db.ChangeTracker.Clear();
            return (new ActOutcome(id, request.Revision, conflict == Conflict.Duplicate ? await DuplicateAsync(request, cancellationToken) : ActRefusals.OfStore(conflict)), null);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
