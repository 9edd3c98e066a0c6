using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Proposals.Persistence;

/// <summary>A save outside of a transaction waits for its turn by itself. Who begins a transaction has taken the turn for all of it.</summary>
/// <remarks>One for each context, which saves one thing at a time.</remarks>
public sealed class SavesInTurn(WriteTurn turn) : SaveChangesInterceptor
{
    private IDisposable? taken;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (NeedsTurn(eventData))
            taken = turn.Take();
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (NeedsTurn(eventData))
            taken = await turn.TakeAsync(cancellationToken);
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        GiveBack();
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        GiveBack();
        return ValueTask.FromResult(result);
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => GiveBack();

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveBack();
        return Task.CompletedTask;
    }

    public override void SaveChangesCanceled(DbContextEventData eventData) => GiveBack();

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveBack();
        return Task.CompletedTask;
    }

    private static bool NeedsTurn(DbContextEventData saving) => saving.Context?.Database.CurrentTransaction is null;

    private void GiveBack()
    {
        taken?.Dispose();
        taken = null;
    }
}
