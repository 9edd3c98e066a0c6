using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Consultation;

/// <summary>How the rounds of a case stood before a record was corrected: a signed reply must keep the consultations that it rests on.</summary>
internal sealed class RoundStand
{
    private readonly Dictionary<int, DateOnly?> gates;
    private readonly bool wasEnough;

    private RoundStand(Dictionary<int, DateOnly?> gates, bool wasEnough) => (this.gates, this.wasEnough) = (gates, wasEnough);

    public static async Task<RoundStand> ReadAsync(CaseScene scene, CancellationToken cancellationToken) =>
        new(await GatesAsync(scene, cancellationToken), CaseFacts.ConsultationsEnough(scene.Case, scene.Profile.Consultations));

    /// <summary>Counts anew what the ledger, the gate, the first contact and the statistics read, and says no where a signature would lose its ground.</summary>
    public async Task<Refusal?> SettleAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        var rules = scene.Profile.Consultations;
        await ConsultationTally.ProjectAsync(scene, cancellationToken);
        ConsultationTally.MeetFirstContact(scene);
        if (!wasEnough && CaseFacts.ConsultationsEnough(subject, rules))
        {
            scene.Means(ConsultationSteps.Record, "Held");
        }

        if (subject.OwesOpinion)
        {
            return null;
        }

        var (caseId, after) = (subject.Id, await GatesAsync(scene, cancellationToken));
        var replies = await scene.Db.Replies.Where(reply => reply.CaseId == caseId && reply.SubmittedOn != null).ToListAsync(cancellationToken);
        foreach (var reply in replies)
        {
            if (gates.GetValueOrDefault(reply.Round) is not { } before || before > reply.SubmittedOn)
            {
                continue;
            }

            var gate = after.GetValueOrDefault(reply.Round);
            if (gate is null && reply.SignedOn is not null)
            {
                return CorrectionRefusals.ReplyRestsOnIt;
            }

            if (gate is { } day && reply.SubmittedOn is { } submitted && day > submitted)
            {
                return CorrectionRefusals.TooLate(day, "SubmittedOn", submitted);
            }
        }

        return null;
    }

    /// <summary>The day on which each round's consultations became enough; an exception granted is one too.</summary>
    private static async Task<Dictionary<int, DateOnly?>> GatesAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        await scene.Db.Consultations.Where(held => held.CaseId == caseId).LoadAsync(cancellationToken);
        var all = scene.Db.InHand<HeldConsultation>().Where(held => held.CaseId == caseId && held.VoidedOn is null).ToList();
        var granted = await scene.Db.GateOverrides.Where(row => row.CaseId == caseId).ToListAsync(cancellationToken);
        return Enumerable.Range(1, scene.Case.Round).ToDictionary(round => round, round =>
            granted.Find(row => row.Round == round)?.ApprovedOn
            ?? ConsultationTally.GateDay(all.FindAll(held => held.Round == round), round, scene.Profile.Consultations));
    }
}
