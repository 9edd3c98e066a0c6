using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Proposals.Persistence;

/// <summary>A save outside of a transaction waits for its turn by itself. Who begins a transaction has taken the turn for all of it.</summary>
public sealed class SavesInTurn(WriteTurn turn) : SaveChangesInterceptor
{
    /// <summary>Of each context, which saves one thing at a time.</summary>
    private readonly ConditionalWeakTable<DbContext, IDisposable> held = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (NeedsTurn(eventData, out var context))
            held.AddOrUpdate(context, turn.Take());
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (NeedsTurn(eventData, out var context))
            held.AddOrUpdate(context, await turn.TakeAsync(cancellationToken));
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        GiveBack(eventData);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        GiveBack(eventData);
        return ValueTask.FromResult(result);
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => GiveBack(eventData);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveBack(eventData);
        return Task.CompletedTask;
    }

    public override void SaveChangesCanceled(DbContextEventData eventData) => GiveBack(eventData);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveBack(eventData);
        return Task.CompletedTask;
    }

    private static bool NeedsTurn(DbContextEventData saving, [NotNullWhen(true)] out DbContext? context) => (context = saving.Context)?.Database is { CurrentTransaction: null };

    private void GiveBack(DbContextEventData saved)
    {
        if (saved.Context is { } context && held.TryGetValue(context, out var taken))
        {
            held.Remove(context);
            taken.Dispose();
        }
    }
}
