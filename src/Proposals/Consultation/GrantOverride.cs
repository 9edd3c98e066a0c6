using Proposals.Acts;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Consultation;

/// <summary>例外放行: lets this round go on with fewer consultations, with a reason and the name of who allowed it.</summary>
public sealed record GrantOverride(string Reason) : CaseAct
{
    public override Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        return Task.FromResult(Apply(scene));
    }

    private Refusal? Apply(CaseScene scene)
    {
        var subject = scene.Case;
        if (ActRefusals.Check(nameof(Reason), Reason) is { } refusal)
        {
            return refusal;
        }

        if (subject.AcceptedOn is null)
        {
            return ConsultationRefusals.NotAllocatedYet;
        }

        if (scene.Reply?.SignedOn is not null || CaseFacts.ConsultationsEnough(subject, scene.Profile.Consultations))
        {
            return ConsultationRefusals.NothingLacks;
        }

        if (scene.NotBefore(subject.RoundBeganOn ?? subject.AcceptedOn) is { } tooEarly)
        {
            return tooEarly;
        }

        subject.RoundIsOverridden = true;
        subject.RoundGateOn = scene.OccurredOn;
        subject.HasOverride = true;
        scene.Db.GateOverrides.Add(new GateOverride
        {
            Id = TimedId.At(scene.Now),
            CaseId = subject.Id,
            Round = subject.Round,
            Reason = Reason,
            ApprovedById = scene.Decider.Id,
            ApprovedOn = scene.OccurredOn,
            ValidThen = subject.RoundConsultations,
        });
        scene.Means(ConsultationSteps.Record, "Held");
        return null;
    }
}
