using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>A date that moves because calendars or rules changed.</summary>
public sealed record MovedLine(CaseId CaseId, ItemKind ItemKind, string CaseNumber, DeadlineKind Kind, DateOnly Before, DateOnly After);

/// <summary>Dates what is owed anew after calendars or rules changed. What was computed under an older state says so itself, so whatever is interrupted is found and finished by the next run.</summary>
public sealed class Redating(IServiceScopeFactory scopes, OfficeRules rules)
{
    private const int Batch = 200;

    /// <summary>What would move under another state of the rules; nothing is changed.</summary>
    public async Task<IReadOnlyList<MovedLine>> PreviewAsync(RuleBook next, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moved = new List<MovedLine>();
        await foreach (var owed in OwedAsync(int.MaxValue, cancellationToken))
            moved.AddRange(Dated(owed, next, now).Moved);
        return moved;
    }

    /// <summary>What would move if the open cases were moved to these rules; nothing is changed.</summary>
    public async Task<IReadOnlyList<MovedLine>> PreviewAsync(RuleProfile next, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (book, moved) = (rules.Book, new List<MovedLine>());
        await foreach (var owed in OwedAsync(int.MaxValue, cancellationToken))
        {
            var ledger = new DeadlineLedger(owed.Case, owed.Lines, book.Of(book[owed.Case.RulesVersion]), now) { Times = owed.Times };
            moved.AddRange(ledger.Adopt(book.Of(next)).Select(owed.Say));
        }

        return moved;
    }

    /// <summary>Each case whose dates differ gets an act of its own; the others are only marked.</summary>
    /// <returns>What moved.</returns>
    public async Task<IReadOnlyList<MovedLine>> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var book = rules.Book;
        var moved = new List<MovedLine>();
        await foreach (var owed in OwedAsync(book.Revision, cancellationToken))
        {
            var (differs, lines) = Dated(owed, book, now);
            await using var scope = scopes.CreateAsyncScope();
            if (!differs && await MarkAsync(scope.ServiceProvider, owed.Case.Id, book, now, cancellationToken))
                continue;
            var outcome = await scope.ServiceProvider.GetRequiredService<CaseActs>().RunAsSystemAsync(owed.Case.Id, new RedateCase(book.Revision), now, cancellationToken);
            if (outcome.IsDone)
                moved.AddRange(lines);
        }

        return moved;
    }

    /// <summary>Says of a case that nothing of it differs. Its row is held meanwhile, so that no act that still counted by the older state comes in between.</summary>
    private static async Task<bool> MarkAsync(IServiceProvider services, CaseId id, RuleBook book, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<ProposalsDbContext>();
        using var taken = await services.GetRequiredService<WriteTurn>().TakeAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Cases.Where(subject => subject.Id == id).ExecuteUpdateAsync(set => set.SetProperty(subject => subject.Revision, subject => subject.Revision), cancellationToken);
        foreach (var owed in await LoadAsync(db, [id], cancellationToken))
        {
            var rungs = owed.Lines.ToDictionary(line => line.Id, line => line.NextRungAt);
            if (Dated(owed, book, now).Differs)
                return false;
            foreach (var line in owed.Lines.Where(line => line.NextRungAt != rungs[line.Id]))
                await db.Deadlines.Where(known => known.Id == line.Id).ExecuteUpdateAsync(set => set.SetProperty(known => known.NextRungAt, line.NextRungAt), cancellationToken);
        }

        await db.Deadlines.Where(line => line.CaseId == id && line.MetOn == null && line.DroppedOn == null && line.RulesRevision < book.Revision)
            .ExecuteUpdateAsync(set => set.SetProperty(line => line.RulesRevision, book.Revision), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Open cases with a line that was dated under an older state than this, in batches.</summary>
    private async IAsyncEnumerable<Owed> OwedAsync(int olderThan, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CaseId? after = null;
        while (true)
        {
            List<Owed> batch;
            await using (var scope = scopes.CreateAsyncScope())
            {
                batch = await NextAsync(scope.ServiceProvider.GetRequiredService<ProposalsDbContext>(), olderThan, after, cancellationToken);
            }

            foreach (var owed in batch)
                yield return owed;
            if (batch.Count < Batch)
                yield break;
            after = batch[^1].Case.Id;
        }
    }

    private static async Task<List<Owed>> NextAsync(ProposalsDbContext db, int olderThan, CaseId? after, CancellationToken cancellationToken)
    {
        var stale = db.Deadlines.AsNoTracking().Where(line => line.MetOn == null && line.DroppedOn == null && line.RulesRevision < olderThan);
        if (after is { } last)
            stale = stale.Where(line => line.CaseId > last);
        return await LoadAsync(db, await stale.Select(line => line.CaseId).Distinct().OrderBy(id => id).Take(Batch).ToListAsync(cancellationToken), cancellationToken);
    }

    private static async Task<List<Owed>> LoadAsync(ProposalsDbContext db, List<CaseId> ids, CancellationToken cancellationToken)
    {
        var cases = await db.Cases.AsNoTracking().Where(subject => ids.Contains(subject.Id)).ToListAsync(cancellationToken);
        var lines = (await db.Deadlines.AsNoTracking().Where(line => ids.Contains(line.CaseId)).OrderBy(line => line.Id).ToListAsync(cancellationToken)).ToLookup(line => line.CaseId);
        var times = await CaseTimesReader.ReadAsync(db, ids, cancellationToken);
        return [.. cases.OrderBy(subject => ids.IndexOf(subject.Id)).Select(subject =>
            new Owed(subject, [.. lines[subject.Id]], times[subject.Id]))];
    }

    private static (bool Differs, IReadOnlyList<MovedLine> Moved) Dated(Owed owed, RuleBook book, DateTimeOffset now)
    {
        var before = owed.Lines.Select(Dates).ToList();
        var ledger = new DeadlineLedger(owed.Case, owed.Lines, book.Of(book[owed.Case.RulesVersion]), now) { Times = owed.Times, KeepsRungs = true };
        var moved = ledger.Redate().Select(owed.Say).ToList();
        ledger.Project();
        return (!before.SequenceEqual(owed.Lines.Select(Dates)), moved);
    }

    private static (DateOnly Due, DateOnly? Blue, DateOnly? Yellow, bool IsProvisional, DateOnly? Paused) Dates(Deadline line) =>
        (line.DueOn, line.BlueFrom, line.YellowFrom, line.IsProvisional, line.PausedOn);

    private sealed record Owed(ProposalCase Case, List<Deadline> Lines, CaseTimes Times)
    {
        public MovedLine Say(MovedDate move) => new(Case.Id, Case.Kind, Case.CaseNumber, move.Kind, move.Before, move.After);
    }
}
