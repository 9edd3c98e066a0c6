using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Proposals.Intake.Lists;
using Proposals.Persistence;

namespace Proposals.Intake;

/// <summary>Remembers for each sender which of its headings mean what, so that a correction is made once.</summary>
public sealed class ImportMappings(ProposalsDbContext db, WriteTurn turn)
{
    /// <summary>A longer text above a column is no heading.</summary>
    private const int LongestHeading = 40;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    public async Task<IReadOnlyDictionary<string, ListField?>?> FindAsync(string sender, CancellationToken cancellationToken)
    {
        var saved = await Of(sender.Trim()).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (saved is null)
            return null;
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, ListField?>>(saved.Columns, Json);
        }
        catch (JsonException)
        {
            // Written by another version with other meanings: guessing is as good.
            return null;
        }
    }

    public async Task RememberAsync(string sender, HeadingRow heading, ListColumns columns, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var meanings = new SortedDictionary<string, ListField?>(StringComparer.Ordinal);
        for (var column = 0; column < heading.Words.Count; column++)
        {
            ListField? field = columns.Places.FirstOrDefault(place => place.Value == column) is { } place && columns.Of(place.Key) == column ? place.Key : null;
            if (ListColumns.Key(heading, column) is { Length: <= LongestHeading } key && (field is not null || HeadingWords.Knows(heading.Words[column], out _)))
                meanings.TryAdd(key, field);
        }

        var name = sender.Trim();
        var text = JsonSerializer.Serialize(meanings, Json);
        if (await OverwriteAsync(name, text, now, cancellationToken))
            return;
        try
        {
            db.ImportMappings.Add(new ImportMapping { Sender = name, Purpose = ImportPurpose.AssignmentList, Columns = text, SavedAt = now });
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException lost) when (WriteConflict.Names(lost) == Conflict.Duplicate)
        {
            // A colleague's list of the same sender was first.
            db.ChangeTracker.Clear();
            await OverwriteAsync(name, text, now, cancellationToken);
        }

        db.ChangeTracker.Clear();
    }

    private async Task<bool> OverwriteAsync(string sender, string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var taken = await turn.TakeAsync(cancellationToken);
        return await Of(sender).ExecuteUpdateAsync(set => set.SetProperty(mapping => mapping.Columns, text).SetProperty(mapping => mapping.SavedAt, now), cancellationToken) == 1;
    }

    private IQueryable<ImportMapping> Of(string sender) => db.ImportMappings.Where(mapping => mapping.Sender == sender && mapping.Purpose == ImportPurpose.AssignmentList);
}
