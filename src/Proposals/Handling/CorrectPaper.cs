using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Consultation;
using Proposals.Persistence;

namespace Proposals.Handling;

/// <summary>作废附件: it stays listed, struck out; its bytes stay.</summary>
public sealed record VoidPaper(FileId FileId, string Reason) : CorrectionAct(Reason)
{
    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var paper = await PaperOfCase.FindAsync(scene, FileId, cancellationToken);
        if (paper.Refusal is not null || paper.File is not { } file)
        {
            return paper.Refusal ?? CorrectionRefusals.UnknownRow;
        }

        if (paper.LonelyProofOf is { } held)
        {
            return CorrectionRefusals.LastProof(held.Number);
        }

        if (await RequiredPapers.ContainAsync(scene, file, cancellationToken))
        {
            return CorrectionRefusals.PaperIsRequired(file.AttachedTo ?? Name);
        }

        file.VoidedOn = scene.OccurredOn;
        file.VoidReason = Reason.Trim();
        sheet.Note("Paper", FileId.Value, FileId, null);
        return null;
    }
}

/// <summary>更换附件: the right one takes the place of the wrong one, which stays listed, struck out.</summary>
public sealed record ReplacePaper(FileId FileId, FileId NewFileId, string Reason) : CorrectionAct(Reason)
{
    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var paper = await PaperOfCase.FindAsync(scene, FileId, cancellationToken);
        if (paper.Refusal is not null || paper.File is not { } file)
        {
            return paper.Refusal ?? CorrectionRefusals.UnknownRow;
        }

        if (NewFileId == FileId)
        {
            return CorrectionRefusals.NothingChanged;
        }

        var refusal = await scene.AttachAsync([NewFileId], file.AttachedTo ?? Name, cancellationToken)
            ?? (paper.Proves is [var first, ..] ? await RecordConsultation.ReusedProofAsync(scene, [NewFileId], first.Kind, first.HeldOn, cancellationToken) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        var replacement = scene.Db.InHand<StoredFile>().First(known => known.Id == NewFileId);
        foreach (var held in paper.Proves)
        {
            scene.Db.Add(new ConsultationProof { ConsultationId = held.Id, FileId = NewFileId, Sha256 = replacement.Sha256 });
        }

        await RepointAsync(scene, cancellationToken);
        file.VoidedOn = scene.OccurredOn;
        file.VoidReason = Reason.Trim();
        file.ReplacedById = NewFileId;
        sheet.Note("Paper", FileId.Value, FileId, NewFileId);
        return null;
    }

    /// <summary>Pages show the right paper where the wrong one stood: another unit's opinion, the proof of a promise.</summary>
    private async Task RepointAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var (wrong, caseId) = (FileId, scene.Case.Id);
        foreach (var unit in scene.Case.Units)
        {
            unit.PaperId = unit.PaperId == wrong ? NewFileId : unit.PaperId;
            unit.SettlementPaperId = unit.SettlementPaperId == wrong ? NewFileId : unit.SettlementPaperId;
        }

        var lines = await scene.Db.CommitmentProgress.Where(line => line.ProofId == wrong && scene.Db.Commitments.Any(promise => promise.Id == line.CommitmentId && promise.CaseId == caseId)).ToListAsync(cancellationToken);
        lines.ForEach(line => line.ProofId = NewFileId);
    }
}

/// <summary>A paper that is still in force, and the meetings it proves.</summary>
internal sealed record PaperOfCase(StoredFile? File, IReadOnlyList<HeldConsultation> Proves, HeldConsultation? LonelyProofOf, Refusal? Refusal)
{
    public static async Task<PaperOfCase> FindAsync(CaseScene scene, FileId id, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        var file = await scene.Db.Files.FirstOrDefaultAsync(known => known.Id == id && known.CaseId == caseId && known.AttachedTo != null && known.VoidedOn == null, cancellationToken);
        if (file is null)
        {
            return new PaperOfCase(null, [], null, CorrectionRefusals.UnknownRow);
        }

        if (await scene.Db.FeedbackForms.AnyAsync(form => form.CaseId == caseId && form.ScanId == id, cancellationToken))
        {
            return new PaperOfCase(file, [], null, CorrectionRefusals.PaperIsForm);
        }

        var proves = await scene.Db.Consultations.Include(held => held.Proofs).Where(held => held.CaseId == caseId && held.VoidedOn == null && held.Proofs.Any(proof => proof.FileId == id)).ToListAsync(cancellationToken);
        var proofs = proves.SelectMany(held => held.Proofs).Select(proof => proof.FileId).ToList();
        var standing = await scene.Db.Files.Where(known => proofs.Contains(known.Id) && known.VoidedOn == null && known.Id != id).Select(known => known.Id).ToListAsync(cancellationToken);
        return new PaperOfCase(file, proves, proves.Find(held => held.CountsAsFaceToFace && !held.Proofs.Exists(proof => standing.Contains(proof.FileId))), null);
    }
}
