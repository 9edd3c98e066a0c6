using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Consultation;

/// <summary>登记面商 or 登记联系情况: what was said, who was there, and the proof of it.</summary>
public sealed record RecordConsultation(ContactKind Kind, string ProposersPoints) : CaseAct
{
    public string Place { get; init; } = "";

    public string OurIdeas { get; init; } = "";

    public string Agreed { get; init; } = "";

    public string StillOpen { get; init; } = "";

    public IReadOnlyList<Guid> ProposersPresent { get; init; } = [];

    public IReadOnlyList<Guid> StaffPresent { get; init; } = [];

    public IReadOnlyList<FileId> Proofs { get; init; } = [];

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        var counts = scene.Profile.Consultations.FaceToFace.Contains(Kind);
        var refusal = Check(scene, counts) ?? await scene.AttachAsync(Proofs, Name, cancellationToken) ?? await ReusedProofAsync(scene, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        Guid[] staffIds = StaffPresent.Count > 0 ? [.. StaffPresent.Distinct()] : [scene.Decider.Id];
        var staff = await scene.Db.Users.AsNoTracking().Where(person => staffIds.Contains(person.Id)).ToListAsync(cancellationToken);
        if (staff.Count != staffIds.Length)
        {
            return ActRefusals.UnknownPerson;
        }

        var held = new HeldConsultation
        {
            Id = ConsultationId.New(scene.Now),
            CaseId = subject.Id,
            Round = subject.Round,
            Number = await scene.Db.Consultations.CountAsync(known => known.CaseId == subject.Id, cancellationToken) + 1,
            Kind = Kind,
            Phase = PhaseOf(scene),
            HeldOn = scene.OccurredOn,
            Place = Place,
            ProposersPoints = ProposersPoints,
            OurIdeas = OurIdeas,
            Agreed = Agreed,
            StillOpen = StillOpen,
            CountsAsFaceToFace = counts,
            ProposerWasPresent = subject.Proposers.Exists(proposer => proposer.IsOwedReply && ProposersPresent.Contains(proposer.Id)),
            HighestRank = staff.Max(person => RankOf(person.Duties)),
            HeldById = scene.Decider.Id,
            RecordedAt = scene.Now,
            IsTakenOver = Proofs.Count == 0 && scene.IsTakenOver,
        };
        held.ProposersPresent.AddRange(ProposersPresent.Distinct().Select(id => new ProposerPresence { ConsultationId = held.Id, ProposerId = id }));
        held.StaffPresent.AddRange(staffIds.Select(id => new StaffPresence { ConsultationId = held.Id, PersonId = id }));
        held.Proofs.AddRange(scene.Db.InHand<StoredFile>().Where(file => Proofs.Contains(file.Id))
            .Select(file => new ConsultationProof { ConsultationId = held.Id, FileId = file.Id, Sha256 = file.Sha256 }));
        scene.Db.Consultations.Add(held);
        var before = (subject.RoundConsultations, subject.RoundLeaderMet);
        await ConsultationTally.ProjectAsync(scene, cancellationToken);
        scene.Deadlines.Meet(DeadlineKind.FirstContact, scene.OccurredOn);
        // What does not count leaves the step where it is, with the date it has.
        if ((subject.RoundConsultations, subject.RoundLeaderMet) != before)
        {
            scene.Means(ConsultationSteps.Record, "Held");
        }

        return null;
    }

    private Refusal? Check(CaseScene scene, bool counts)
    {
        if (scene.Case.AllocatedOn is null)
        {
            return ConsultationRefusals.NotAllocatedYet;
        }

        if (counts && Proofs.Count == 0 && !scene.IsTakenOver)
        {
            return ConsultationRefusals.ProofMissing(Kind);
        }

        if (ProposersPresent.Any(id => !scene.Case.Proposers.Exists(proposer => proposer.Id == id)))
        {
            return ConsultationRefusals.UnknownProposer;
        }

        return scene.NotBefore(scene.Case.RoundBeganOn)
            ?? ActRefusals.Check(nameof(ProposersPoints), ProposersPoints)
            ?? ActRefusals.Check(nameof(Place), Place, Lengths.Subject, required: false)
            ?? ActRefusals.Check(nameof(OurIdeas), OurIdeas, required: false)
            ?? ActRefusals.Check(nameof(Agreed), Agreed, required: false)
            ?? ActRefusals.Check(nameof(StillOpen), StillOpen, required: false);
    }

    private Task<Refusal?> ReusedProofAsync(CaseScene scene, CancellationToken cancellationToken) => ReusedProofAsync(scene, Proofs, Kind, scene.OccurredOn, cancellationToken);

    /// <summary>One picture proves one meeting, whichever case it is of; a symposium is one meeting for many cases.</summary>
    internal static async Task<Refusal?> ReusedProofAsync(CaseScene scene, IReadOnlyCollection<FileId> proofs, ContactKind kind, DateOnly on, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        var hashes = scene.Db.InHand<StoredFile>().Where(file => proofs.Contains(file.Id)).Select(file => file.Sha256).ToList();
        var earlier = await scene.Db.Consultations.AsNoTracking()
            .Where(held => held.VoidedOn == null && (held.CaseId == caseId || kind != ContactKind.Symposium || held.Kind != kind || held.HeldOn != on))
            .SelectMany(held => held.Proofs, (held, proof) => new { held.CaseId, held.Number, held.HeldOn, proof.Sha256 })
            .Where(proof => hashes.Contains(proof.Sha256)).OrderBy(proof => proof.CaseId != caseId).FirstOrDefaultAsync(cancellationToken);
        if (earlier is null)
        {
            return null;
        }

        var name = scene.Db.InHand<StoredFile>().First(file => file.Sha256 == earlier.Sha256).Name;
        return earlier.CaseId == caseId ? ConsultationRefusals.ProofUsedBefore(name, earlier.Number, earlier.HeldOn) : ConsultationRefusals.ProofOfAnotherCase(name, earlier.HeldOn);
    }

    private static ContactPhase PhaseOf(CaseScene scene) =>
        scene.Reply?.DeliveredOn is not null ? ContactPhase.PostHandling
        : scene.Case.AcceptedOn is null ? ContactPhase.PreHandling
        : ContactPhase.MidHandling;

    internal static Rank RankOf(Duty duties) =>
        duties.Includes(Duty.Principal) ? Rank.Principal
        : duties.Includes(Duty.DeputyLeader) ? Rank.DeputyLeader
        : duties.Includes(Duty.DepartmentHead | Duty.OfficeDirector) ? Rank.DepartmentHead
        : Rank.Handler;
}
