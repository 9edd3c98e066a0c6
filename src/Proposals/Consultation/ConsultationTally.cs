using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;

namespace Proposals.Consultation;

/// <summary>Counts consultations as the rules do: valid ones, at most one a day.</summary>
public static class ConsultationTally
{
    public static int Count(IEnumerable<HeldConsultation> consultations) =>
        consultations.Where(held => held.IsValid).Select(held => held.HeldOn).Distinct().Count();

    /// <summary>Writes the counts that the ledger, the gate and the statistics read.</summary>
    public static async Task ProjectAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        await scene.Db.Consultations.Where(held => held.CaseId == subject.Id).LoadAsync(cancellationToken);
        var all = scene.Db.Consultations.Local.Where(held => held.CaseId == subject.Id && held.VoidedOn is null).ToList();
        var ofRound = all.Where(held => held.Round == subject.Round).ToList();
        subject.Contacts = all.Count;
        subject.ValidConsultations = Count(all);
        subject.RoundConsultations = Count(ofRound);
        subject.RoundLeaderMet = ofRound.Exists(held => held.IsValid && held.HighestRank >= Rank.DeputyLeader);
    }

    /// <summary>Null when the gate is open; else the sentence of the rule, worded for what was tried.</summary>
    public static Refusal? Gate(CaseScene scene, string act)
    {
        var (subject, rules) = (scene.Case, scene.Profile.Consultations);
        if (CaseFacts.ConsultationsEnough(subject, rules))
        {
            return null;
        }

        var required = rules.RequiredIn(subject.Round);
        return subject.RoundConsultations < required
            ? ConsultationRefusals.Lacking(act, subject.RoundConsultations, required)
            : ConsultationRefusals.LeaderMustMeet(act, subject.Round);
    }
}
