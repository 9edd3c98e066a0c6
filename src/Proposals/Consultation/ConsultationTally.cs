using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Consultation;

/// <summary>Counts consultations as the rules do: valid ones, at most one a day.</summary>
public static class ConsultationTally
{
    public static int Count(IEnumerable<HeldConsultation> consultations) =>
        consultations.Where(held => held.IsValid).Select(held => held.HeldOn).Distinct().Count();

    /// <summary>How many of those who are owed a reply were met; each of several is one.</summary>
    public static (int Met, int Owed) PeopleMet(ProposalCase subject, IEnumerable<HeldConsultation> consultations)
    {
        var present = consultations.Where(held => held.IsValid).SelectMany(held => held.ProposersPresent).Select(presence => presence.ProposerId).ToHashSet();
        var owed = subject.Proposers.Where(proposer => proposer.IsOwedReply).ToList();
        return (owed.Count(proposer => present.Contains(proposer.Id)), owed.Count);
    }

    /// <summary>Writes the counts that the ledger, the gate and the statistics read.</summary>
    public static async Task ProjectAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        await scene.Db.Consultations.Where(held => held.CaseId == subject.Id).LoadAsync(cancellationToken);
        var all = scene.Db.InHand<HeldConsultation>().Where(held => held.CaseId == subject.Id && held.VoidedOn is null).ToList();
        var ofRound = all.Where(held => held.Round == subject.Round).ToList();
        subject.Contacts = all.Count;
        subject.ValidConsultations = Count(all);
        subject.RoundConsultations = Count(ofRound);
        subject.RoundGateOn = subject.RoundIsOverridden ? subject.RoundGateOn : GateDay(ofRound, subject.Round, scene.Profile.Consultations);
        subject.RoundLeaderMet = ofRound.Exists(held => held.IsValid && held.HighestRank >= Rank.DeputyLeader);
    }

    /// <summary>The first contact is the earliest that still stands, whenever it was entered.</summary>
    internal static void MeetFirstContact(CaseScene scene)
    {
        var caseId = scene.Case.Id;
        var first = scene.Db.InHand<HeldConsultation>().Where(held => held.CaseId == caseId && held.VoidedOn is null).Select(held => (DateOnly?)held.HeldOn).Min();
        scene.Deadlines.Remeet(DeadlineKind.FirstContact, 1, first);
    }

    /// <summary>The day the last of the required consultations was held; null while one lacks.</summary>
    internal static DateOnly? GateDay(List<HeldConsultation> ofRound, int round, ConsultationRules rules)
    {
        var days = ofRound.Where(held => held.IsValid).Select(held => held.HeldOn).Distinct().Order().ToList();
        var required = rules.RequiredIn(round);
        if (days.Count < required || required == 0)
        {
            return null;
        }

        var enough = days[required - 1];
        if (round == 1 || !rules.RehandlingNeedsLeader)
        {
            return enough;
        }

        var leader = ofRound.Where(held => held.IsValid && held.HighestRank >= Rank.DeputyLeader).Select(held => (DateOnly?)held.HeldOn).Min();
        return leader > enough ? leader : enough;
    }

    /// <summary>Null when the gate is open; else the sentence of the rule, worded for what was tried.</summary>
    public static Refusal? Gate(CaseScene scene, string act)
    {
        var (subject, rules) = (scene.Case, scene.Profile.Consultations);
        if (subject.OwesOpinion)
        {
            return null;
        }

        if (CaseFacts.ConsultationsEnough(subject, rules))
        {
            return scene.NotBefore(subject.RoundGateOn);
        }

        var required = rules.RequiredIn(subject.Round);
        return subject.RoundConsultations < required
            ? ConsultationRefusals.Lacking(act, subject.RoundConsultations, required)
            : ConsultationRefusals.LeaderMustMeet(act, subject.Round);
    }
}
