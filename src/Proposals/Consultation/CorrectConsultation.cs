using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Consultation;

/// <summary>更正面商记录: when, how, where, who was there and what was said. What counts is counted anew.</summary>
public sealed record CorrectConsultation(ConsultationId ConsultationId, string Reason) : CorrectionAct(Reason)
{
    public DateOnly? HeldOn { get; init; }

    public ContactKind? ContactKind { get; init; }

    public string? Place { get; init; }

    public string? ProposersPoints { get; init; }

    public string? OurIdeas { get; init; }

    public string? Agreed { get; init; }

    public string? StillOpen { get; init; }

    public IReadOnlyList<Guid>? ProposersPresent { get; init; }

    public IReadOnlyList<Guid>? StaffPresent { get; init; }

    /// <summary>Asked for where a contact turns out to have been a meeting.</summary>
    public IReadOnlyList<FileId> AddedProofs { get; init; } = [];

    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var (caseId, id) = (scene.Case.Id, ConsultationId);
        var held = await scene.Db.Consultations.AsSplitQuery().Include(known => known.Proofs).Include(known => known.ProposersPresent).Include(known => known.StaffPresent)
            .FirstOrDefaultAsync(known => known.Id == id && known.CaseId == caseId && known.VoidedOn == null, cancellationToken);
        if (held is null)
        {
            return ConsultationRefusals.Unknown;
        }

        var stands = await RoundStand.ReadAsync(scene, cancellationToken);
        var refusal = CheckFields(scene)
            ?? (HeldOn is null ? null : await CheckDayAsync(scene, sheet, held, cancellationToken))
            ?? await scene.AttachAsync(AddedProofs, Name, cancellationToken)
            ?? await RecordConsultation.ReusedProofAsync(scene, AddedProofs, ContactKind ?? held.Kind, HeldOn ?? held.HeldOn, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        Write(sheet, held);
        AddProofs(scene, sheet, held);
        WritePresence(scene, sheet, held);
        held.CountsAsFaceToFace = ContactKind is null ? held.CountsAsFaceToFace : scene.Profile.Consultations.FaceToFace.Contains(held.Kind);
        if (ContactKind is not null && held is { CountsAsFaceToFace: true, Proofs.Count: 0, IsTakenOver: false })
        {
            return ConsultationRefusals.ProofMissing(held.Kind);
        }

        return await WriteStaffAsync(scene, sheet, held, cancellationToken) ?? await stands.SettleAsync(scene, cancellationToken);
    }

    private Refusal? CheckFields(CaseScene scene) =>
        ProposersPresent?.Any(id => !scene.Case.Proposers.Exists(proposer => proposer.Id == id)) == true
            ? ConsultationRefusals.UnknownProposer
            : (ProposersPoints is null ? null : ActRefusals.Check(nameof(ProposersPoints), ProposersPoints))
                ?? ActRefusals.Check(nameof(Place), Place, Lengths.Subject, required: false)
                ?? ActRefusals.Check(nameof(OurIdeas), OurIdeas, required: false)
                ?? ActRefusals.Check(nameof(Agreed), Agreed, required: false)
                ?? ActRefusals.Check(nameof(StillOpen), StillOpen, required: false);

    /// <summary>Within its own round, which does not end before the next one began.</summary>
    private async Task<Refusal?> CheckDayAsync(CaseScene scene, CorrectionSheet sheet, HeldConsultation held, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        var rounds = await scene.Db.HandlingRounds.Where(round => round.CaseId == caseId).ToListAsync(cancellationToken);
        return sheet.Between(
            HeldOn,
            [new("AssignedOn", scene.Case.AssignedOn), new("ReassignedOn", rounds.Find(round => round.Number == held.Round)?.ReassignedOn)],
            [new("ReassignedOn", rounds.Find(round => round.Number == held.Round + 1)?.ReassignedOn), new("EndedOn", scene.Case.EndedOn)]);
    }

    private void Write(CorrectionSheet sheet, HeldConsultation held)
    {
        var row = held.Id.Value;
        sheet.Set<DateOnly>(nameof(HeldOn), row, held.HeldOn, HeldOn, day => held.HeldOn = day);
        sheet.Set<ContactKind>(nameof(ContactKind), row, held.Kind, ContactKind, kind => held.Kind = kind);
        sheet.Set(nameof(Place), row, held.Place, Place, text => held.Place = text);
        sheet.Set(nameof(ProposersPoints), row, held.ProposersPoints, ProposersPoints, text => held.ProposersPoints = text);
        sheet.Set(nameof(OurIdeas), row, held.OurIdeas, OurIdeas, text => held.OurIdeas = text);
        sheet.Set(nameof(Agreed), row, held.Agreed, Agreed, text => held.Agreed = text);
        sheet.Set(nameof(StillOpen), row, held.StillOpen, StillOpen, text => held.StillOpen = text);
    }

    private void AddProofs(CaseScene scene, CorrectionSheet sheet, HeldConsultation held)
    {
        foreach (var file in scene.Db.InHand<StoredFile>().Where(file => AddedProofs.Contains(file.Id)).ToList())
        {
            scene.Db.Add(new ConsultationProof { ConsultationId = held.Id, FileId = file.Id, Sha256 = file.Sha256 });
            sheet.Note(nameof(AddedProofs), held.Id.Value, null, file.Name);
        }
    }

    private void WritePresence(CaseScene scene, CorrectionSheet sheet, HeldConsultation held)
    {
        var before = held.ProposersPresent.Select(presence => presence.ProposerId).ToHashSet();
        if (ProposersPresent is not { } named || before.SetEquals(named))
        {
            return;
        }

        sheet.Note(nameof(ProposersPresent), held.Id.Value, Ids(before), Ids(named));
        foreach (var presence in held.ProposersPresent.FindAll(presence => !named.Contains(presence.ProposerId)))
        {
            scene.Db.Remove(presence);
        }

        foreach (var id in named.Distinct().Where(id => !before.Contains(id)))
        {
            scene.Db.Add(new ProposerPresence { ConsultationId = held.Id, ProposerId = id });
        }

        held.ProposerWasPresent = scene.Case.Proposers.Exists(proposer => proposer.IsOwedReply && named.Contains(proposer.Id));
    }

    private async Task<Refusal?> WriteStaffAsync(CaseScene scene, CorrectionSheet sheet, HeldConsultation held, CancellationToken cancellationToken)
    {
        var before = held.StaffPresent.Select(presence => presence.PersonId).ToHashSet();
        if (StaffPresent is not { Count: > 0 } named || before.SetEquals(named))
        {
            return null;
        }

        Guid[] ids = [.. named.Distinct()];
        var staff = await scene.Db.Users.AsNoTracking().Where(person => ids.Contains(person.Id)).ToListAsync(cancellationToken);
        if (staff.Count != ids.Length)
        {
            return ActRefusals.UnknownPerson;
        }

        sheet.Note(nameof(StaffPresent), held.Id.Value, Ids(before), Ids(ids));
        foreach (var presence in held.StaffPresent.FindAll(presence => !ids.Contains(presence.PersonId)))
        {
            scene.Db.Remove(presence);
        }

        foreach (var id in ids.Where(id => !before.Contains(id)))
        {
            scene.Db.Add(new StaffPresence { ConsultationId = held.Id, PersonId = id });
        }

        held.HighestRank = staff.Max(person => RecordConsultation.RankOf(person.Duties));
        return null;
    }

    private static string Ids(IEnumerable<Guid> ids) => string.Join(' ', ids);
}
