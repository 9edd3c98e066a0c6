using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Acts;

/// <summary>What one sheet of paper decided about one case, and from which drawing of the case it was entered.</summary>
public sealed record CaseLines(CaseId CaseId, int Revision, params IReadOnlyList<ActLine> Lines);

/// <summary>One sheet that decided several cases, with its picture.</summary>
public sealed record SheetRequest(Guid ActorId, Guid IdempotencyKey, IReadOnlyList<CaseLines> Cases)
{
    public FileId? OriginalId { get; init; }
}

/// <param name="StoppedBy">The case that let the whole sheet be refused.</param>
public sealed record SheetOutcome(CaseId? StoppedBy = null, Refusal? Refusal = null, bool WasRepeated = false)
{
    public bool IsDone => Refusal is null;
}

public sealed partial class CaseActs
{
    /// <summary>Acts on several cases in one transaction, in the order of their ids, so that two sheets never wait for each other in a circle: all of them, or none.</summary>
    public async Task<SheetOutcome> RunSheetAsync(SheetRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            using var taken = await turn.TakeAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var outcome = await RunEachAsync(request, now, cancellationToken);
            if (outcome is { IsDone: true, WasRepeated: false })
            {
                await transaction.CommitAsync(cancellationToken);
            }

            return outcome;
        }
        catch (Exception lost) when (WriteConflict.Names(lost) is { } conflict)
        {
            return new SheetOutcome(Refusal: ActRefusals.OfStore(conflict));
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<SheetOutcome> RunEachAsync(SheetRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var inOrder = request.Cases.OrderBy(one => one.CaseId.Value).ToList();
        foreach (var one in inOrder)
        {
            var (original, badPaper) = await PaperForAsync(request, one, isFirst: one == inOrder[0], now, cancellationToken);
            if (badPaper is not null)
            {
                return new SheetOutcome(Refusal: badPaper);
            }

            var lines = one.Lines.Select(line => line with { OriginalId = original }).ToList();
            var outcome = await RunInTransactionAsync(one.CaseId, new ActRequest(request.ActorId, KeyOf(request.IdempotencyKey, one.CaseId), one.Revision, lines), now, cancellationToken);

            // Each case is seen by itself: nothing of the one before lies in the way of its questions.
            db.ChangeTracker.Clear();
            if (outcome.WasRepeated)
            {
                return new SheetOutcome(WasRepeated: true);
            }

            if (outcome.Refusal is { } refusal)
            {
                return new SheetOutcome(one.CaseId, await NamedAsync(one.CaseId, refusal, cancellationToken));
            }
        }

        return new SheetOutcome();
    }

    /// <summary>The first case takes the uploaded picture itself, each further one a row that shows the same bytes.</summary>
    private async Task<(FileId? Original, Refusal? Refusal)> PaperForAsync(SheetRequest request, CaseLines one, bool isFirst, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (isFirst || request.OriginalId is not { } paper)
        {
            return (request.OriginalId, null);
        }

        var (id, refusal) = await cabinet.ShareAsync(paper, one.CaseId, request.ActorId, now, cancellationToken);
        return (id, refusal);
    }

    private async Task<Refusal> NamedAsync(CaseId id, Refusal refusal, CancellationToken cancellationToken)
    {
        var subject = await db.Cases.AsNoTracking().Where(known => known.Id == id).Select(known => new { known.Kind, known.CaseNumber }).FirstOrDefaultAsync(cancellationToken);
        return subject is null ? refusal : ActRefusals.OfSheet(subject.Kind, subject.CaseNumber, refusal);
    }

    /// <summary>The sheet's key, told apart by case: the same sheet sent twice is the same acts.</summary>
    private static Guid KeyOf(Guid sheet, CaseId id) => new(SHA256.HashData([.. sheet.ToByteArray(), .. id.Value.ToByteArray()]).AsSpan(0, 16));
}
