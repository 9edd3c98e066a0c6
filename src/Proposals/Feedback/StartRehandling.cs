using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Feedback;

/// <summary>重新交办登记: the assigning body sent the case back; a new round begins with its own term, the earlier one stays as it is.</summary>
public sealed record StartRehandling : CaseAct
{
    /// <summary>Rounds up to this one follow from the rule; a further one is decided by the principal.</summary>
    private const int LastRoundByRule = 2;

    public string Opinion { get; init; } = "";

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var (caseId, round) = (scene.Case.Id, scene.Case.Round);
        var formOn = await scene.Db.FeedbackForms.Where(form => form.CaseId == caseId && form.Round == round).MaxAsync(form => (DateOnly?)form.ReceivedOn, cancellationToken);
        return Apply(scene, formOn);
    }

    private Refusal? Apply(CaseScene scene, DateOnly? formOn)
    {
        var subject = scene.Case;
        if (scene.Reply?.DeliveredOn is null || (subject.Attitude != Rating.Unsatisfied && subject.Result != Rating.Unsatisfied) || subject.FeedbackLapsed || subject.ClosedOn is not null)
        {
            return FeedbackRefusals.NotUnsatisfied;
        }

        if (subject.Round >= LastRoundByRule && !scene.Decider.Duties.Includes(Duty.Principal))
        {
            return FeedbackRefusals.PrincipalDecidesRound(subject.Round + 1);
        }

        var refusal = scene.NotBefore(formOn ?? scene.Reply.DeliveredOn) ?? ActRefusals.Check(nameof(Opinion), Opinion, required: false);
        if (refusal is not null)
        {
            return refusal;
        }

        subject.Round++;
        subject.RoundConsultations = 0;
        subject.RoundLeaderMet = false;
        subject.RoundIsOverridden = false;
        subject.RoundGateOn = null;
        subject.RoundBeganOn = scene.OccurredOn;
        subject.InFollowUp = false;
        scene.Reply = null;
        scene.Db.HandlingRounds.Add(new HandlingRound
        {
            Id = TimedId.At(scene.Now),
            CaseId = subject.Id,
            Number = subject.Round,
            ReassignedOn = scene.OccurredOn,
            Opinion = Opinion,
        });
        scene.Deadlines.Open(DeadlineKind.Rehandle, scene.OccurredOn);
        scene.Means(FeedbackSteps.Reopen, "Reopened");
        return null;
    }
}
