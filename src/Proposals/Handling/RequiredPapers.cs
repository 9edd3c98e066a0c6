using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.FollowUp;

namespace Proposals.Handling;

/// <summary>Papers without which an act would have been refused: struck out, the act would stand on nothing. They are only replaced.</summary>
internal static class RequiredPapers
{
    private static readonly string[] ActsOnPaper = [nameof(Assignment.WithdrawCase)];

    public static async Task<bool> ContainAsync(CaseScene scene, StoredFile file, CancellationToken cancellationToken)
    {
        var (db, caseId) = (scene.Db, scene.Case.Id);
        if (ActsOnPaper.Contains(file.AttachedTo))
        {
            return true;
        }

        var papers = await FormsOfAsync(scene, file.Id, cancellationToken);
        return scene.Case.Units.Exists(unit => Names(papers, unit.PaperId) || Names(papers, unit.SettlementPaperId))
            || await db.Corrections.AnyAsync(correction => correction.CaseId == caseId && correction.EvidenceId != null && papers.Contains(correction.EvidenceId.Value), cancellationToken)
            || await IsLastProofAsync(scene, file.Id, papers, cancellationToken);
    }

    /// <summary>What it is by itself, and what it took the place of.</summary>
    private static async Task<List<FileId>> FormsOfAsync(CaseScene scene, FileId id, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        var struck = await scene.Db.Files.Where(file => file.CaseId == caseId && file.ReplacedById != null).Select(file => new { file.Id, file.ReplacedById }).ToListAsync(cancellationToken);
        List<FileId> forms = [id];
        for (var next = 0; next < forms.Count; next++)
        {
            forms.AddRange(struck.Where(file => file.ReplacedById == forms[next] && !forms.Contains(file.Id)).Select(file => file.Id));
        }

        return forms;
    }

    /// <summary>A promise was cleared because of it, and no other paper that stands shows that it is kept.</summary>
    private static async Task<bool> IsLastProofAsync(CaseScene scene, FileId id, List<FileId> papers, CancellationToken cancellationToken)
    {
        var (db, caseId) = (scene.Db, scene.Case.Id);
        var kept = await db.Commitments.AsNoTracking().Include(promise => promise.Progress).Where(promise => promise.CaseId == caseId && promise.State == CommitmentState.Kept).ToListAsync(cancellationToken);
        foreach (var proofs in kept.Select(promise => promise.Progress.Select(line => line.ProofId).OfType<FileId>().ToList()).Where(proofs => proofs.Exists(papers.Contains)))
        {
            if (!await db.Files.AnyAsync(file => proofs.Contains(file.Id) && file.Id != id && file.VoidedOn == null, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Names(List<FileId> papers, FileId? id) => id is { } known && papers.Contains(known);
}
