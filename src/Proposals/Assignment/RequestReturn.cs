using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>申请退办: the office says that the item is not the bureau's, and whose it is. A leader decides whether the request goes out; past the window only the principal can.</summary>
public sealed record RequestReturn(string Reason, string SuggestedUnit, Guid LeaderId) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (subject.ClosedOn is not null || subject.RepliedOn is not null || scene.Reply?.SealedOn is not null)
        {
            return ActRefusals.WrongState(subject.State);
        }

        if ((ActRefusals.Check(nameof(Reason), Reason) ?? ActRefusals.Check(nameof(SuggestedUnit), SuggestedUnit, Lengths.Name)) is { } refusal)
        {
            return refusal;
        }

        if (await scene.FindPersonAsync(LeaderId, cancellationToken) is not { } leader || !leader.Duties.Includes(Duties.Leaders))
        {
            return ActRefusals.UnknownPerson;
        }

        var lastDay = ReturnWindow.LastDay(subject.AssignedOn, scene.Rules);
        var isLate = scene.OccurredOn > lastDay;
        if (isLate && !leader.Duties.Includes(Duty.Principal))
        {
            return AssignmentRefusals.ReturnLate(lastDay);
        }

        scene.Db.ReturnRequests.Add(new ReturnRequest
        {
            Id = TimedId.At(scene.Now),
            CaseId = subject.Id,
            Reason = Reason.Trim(),
            SuggestedUnit = SuggestedUnit.Trim(),
            RequestedById = scene.Decider.Id,
            RequestedOn = scene.OccurredOn,
            LeaderId = LeaderId,
        });
        subject.HeldBy = HoldReason.Return;
        subject.ReturnStage = ReturnStage.AwaitingLeader;
        if (!isLate)
        {
            scene.Deadlines.Open(DeadlineKind.ReturnWindow, subject.AssignedOn);
        }

        scene.Begins(Designer.OfficeWorkflows.Return);
        return null;
    }
}
