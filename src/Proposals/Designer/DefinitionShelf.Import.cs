using System.Text;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.People;

namespace Proposals.Designer;

/// <summary>Files in and out. What an import would do is shown first and stored nowhere; it is done only to the version that was shown.</summary>
public sealed partial class DefinitionShelf
{
    public const int LargestFile = DefinitionText.MaximumBytes;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of an uploaded file, or why it has none.</summary>
    public static (string Text, Refusal? Refusal) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LargestFile)
        {
            return ("", DesignerRefusals.TooLarge);
        }

        try
        {
            // UTF-16 without Chinese passes for UTF-8 with a zero between its letters; no JSON holds one.
            var text = Strict.GetString(bytes).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal) ? ("", DesignerRefusals.NotUtf8) : (text, null);
        }
        catch (DecoderFallbackException)
        {
            return ("", DesignerRefusals.NotUtf8);
        }
    }

    public async Task<ImportPreview> PreviewImportAsync(string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (read, outcome) = DefinitionText.Read(text, catalogue);
        if (read is null)
        {
            return new ImportPreview(outcome.Refusal) { Problems = outcome.Problems };
        }

        var latest = await db.WorkflowDefinitions.AsNoTracking().FirstOrDefaultAsync(version => version.DefinitionId == read.DefinitionId && version.IsLatest, cancellationToken);
        var same = await SameAsync(read, cancellationToken);
        return new ImportPreview(null)
        {
            DefinitionId = read.DefinitionId,
            Name = read.Name,
            Text = read.Text,
            Latest = latest,
            Changes = read.Document.ChangesFrom(latest?.ToDocument(catalogue)),
            SameAs = same,
            Effect = latest is null ? ImportEffect.NewDefinition
                : same is not null ? ImportEffect.Identical
                : await IsOpenAsync(latest, cancellationToken) ? ImportEffect.ReplacesDraft : ImportEffect.NewDraft,
            Problems = await FindingsAsync(read, now, cancellationToken),
        };
    }

    /// <param name="expectedRevision">As the preview showed it; 0 for a new definition.</param>
    /// <param name="replaceDraft">Chosen by the person: an open draft is written over only then.</param>
    public async Task<ShelfOutcome> ImportAsync(Guid actorId, string text, int expectedRevision, bool replaceDraft, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (read, refused) = DefinitionText.Read(text, catalogue);
        return read is null ? refused : await RunAsync(actorId, Duty.Admin, read.DefinitionId, async () =>
        {
            var latest = await LatestAsync(read.DefinitionId, cancellationToken);
            if (await ExpectAsync(latest, expectedRevision, read.DefinitionId, cancellationToken) is { } overtaken)
            {
                return new ShelfOutcome(overtaken);
            }

            if (await SameAsync(read, cancellationToken) is { } same)
            {
                return new ShelfOutcome(DesignerRefusals.Identical(same));
            }

            return latest is not null && !replaceDraft && await IsOpenAsync(latest, cancellationToken)
                ? new ShelfOutcome(DesignerRefusals.DraftIsOpen(latest.Version, latest.SavedAt))
                : new ShelfOutcome(null, await WriteAsync(latest, read, DefinitionOrigin.Imported, Import, actorId, now, cancellationToken)) { Problems = await FindingsAsync(read, now, cancellationToken) };
        }, cancellationToken);
    }

    /// <summary>Null where there is no such version.</summary>
    public async Task<(string FileName, string Text)?> ExportAsync(Guid versionId, CancellationToken cancellationToken) =>
        await db.WorkflowDefinitions.AsNoTracking().FirstOrDefaultAsync(version => version.Id == versionId, cancellationToken) is { } version
            ? ($"{version.DefinitionId}-v{version.Version}.json", version.ToDocument(catalogue)?.ToText() ?? version.Json)
            : null;

    private Task<int?> SameAsync(DefinitionText read, CancellationToken cancellationToken) =>
        db.WorkflowDefinitions.Where(version => version.DefinitionId == read.DefinitionId && version.Sha256 == read.Sha256)
            .OrderByDescending(version => version.Version).Select(version => (int?)version.Version).FirstOrDefaultAsync(cancellationToken);
}
