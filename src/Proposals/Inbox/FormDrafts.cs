using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Inbox;

/// <summary>Keeps one draft for each person, case and act. Outside every act: it touches no revision and leaves no trail.</summary>
public sealed class FormDrafts(ProposalsDbContext db, WriteTurn turn)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>False where the form is too long to be kept.</returns>
    public async Task<bool> SaveAsync(Guid personId, CaseId caseId, string act, IReadOnlyDictionary<string, string[]> fields, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var text = JsonSerializer.Serialize(fields, Json);
        if (text.Length > FormDraft.MostCharacters)
        {
            return false;
        }

        if (await OverwriteAsync(personId, caseId, act, text, now, cancellationToken))
        {
            return true;
        }

        try
        {
            db.FormDrafts.Add(new FormDraft { PersonId = personId, CaseId = caseId, Act = act, Fields = text, SavedAt = now });
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException lost) when (WriteConflict.Names(lost) == Conflict.Duplicate)
        {
            // The same form in a second window was first; the later text stays.
            db.ChangeTracker.Clear();
            await OverwriteAsync(personId, caseId, act, text, now, cancellationToken);
        }

        db.ChangeTracker.Clear();
        return true;
    }

    public async Task<SavedForm?> FindAsync(Guid personId, CaseId caseId, string act, CancellationToken cancellationToken)
    {
        var draft = await Of(personId, caseId, act).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return draft is null ? null : new SavedForm(JsonSerializer.Deserialize<Dictionary<string, string[]>>(draft.Fields, Json) ?? [], draft.SavedAt);
    }

    public async Task DeleteAsync(Guid personId, CaseId caseId, string act, CancellationToken cancellationToken)
    {
        using var taken = await turn.TakeAsync(cancellationToken);
        await Of(personId, caseId, act).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<bool> OverwriteAsync(Guid personId, CaseId caseId, string act, string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var taken = await turn.TakeAsync(cancellationToken);
        return await Of(personId, caseId, act).ExecuteUpdateAsync(set => set.SetProperty(draft => draft.Fields, text).SetProperty(draft => draft.SavedAt, now), cancellationToken) == 1;
    }

    private IQueryable<FormDraft> Of(Guid personId, CaseId caseId, string act) =>
        db.FormDrafts.Where(draft => draft.PersonId == personId && draft.CaseId == caseId && draft.Act == act);
}

/// <summary>A draft as it is put back into its form.</summary>
public sealed record SavedForm(IReadOnlyDictionary<string, string[]> Fields, DateTimeOffset SavedAt);
