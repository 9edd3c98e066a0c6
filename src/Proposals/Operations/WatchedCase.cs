using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Intake;
using Proposals.Reply;

namespace Proposals.Operations;

/// <summary>One open case with what its workflow says, and the rules by which the two agree.</summary>
internal sealed record WatchedCase(ProposalCase Subject, WrittenReply? Reply, IReadOnlyList<Step> Waiting, List<Deadline> Deadlines)
{
    /// <summary>What the facts already have when each of these steps has nothing more to ask. Steps that may be asked again in a round are not among them.</summary>
    private static readonly Dictionary<string, Func<ProposalCase, WrittenReply?, bool>> Answered = new()
    {
        [IntakeSteps.Receive] = (subject, _) => subject.ReceivedOn is not null,
        [AssignmentSteps.Propose] = (subject, _) => subject.AllocatedOn is not null,
        [AssignmentSteps.Decide] = (subject, _) => subject.AllocatedOn is not null,
        [AssignmentSteps.Accept] = (subject, _) => subject.AcceptedOn is not null,
        [AssignmentSteps.ApproveReturn] = (subject, _) => subject.ReturnStage != ReturnStage.AwaitingLeader,
        [AssignmentSteps.AwaitReturnDecision] = (subject, _) => subject.ReturnStage != ReturnStage.AwaitingAnswer,
        [AssignmentSteps.DecideObjection] = (subject, _) => subject.HeldBy != HoldReason.Objection,
        [ReplySteps.Draft] = (_, reply) => reply?.SubmittedOn is not null,
        [ReplySteps.Head] = (_, reply) => reply?.CheckedOn is not null,
        [ReplySteps.Office] = (_, reply) => reply?.CheckedOn is not null,
        [ReplySteps.Deputy] = (_, reply) => reply?.SignedOn is not null,
        [ReplySteps.Principal] = (_, reply) => reply?.SignedOn is not null,
        [ReplySteps.Seal] = (_, reply) => reply?.SealedOn is not null,
        [ReplySteps.Deliver] = (_, reply) => reply?.DeliveredOn is not null,
        [ReplySteps.SendOpinion] = (_, reply) => reply?.DeliveredOn is not null,
        [ReplySteps.LeadReply] = (subject, _) => subject.ClosedOn is not null,
        [FeedbackSteps.Collect] = (subject, _) => subject.ClosedOn is not null || subject.InFollowUp,
        [FollowUpSteps.FollowUp] = (subject, _) => subject.ClosedOn is not null,
    };

    /// <summary>A workflow of the case runs.</summary>
    public required bool Runs { get; init; }

    public required CaseTimes Times { get; init; }

    /// <summary>A moment, another system or an admin is waited for.</summary>
    public required bool WaitsElsewhere { get; init; }

    public void Judge(OfficeRules rules, DateTimeOffset now, FindingList found)
    {
        if (!Runs)
            found.Add(FindingKind.WorkflowOver, Subject);
        else if (Waiting.Count == 0 && !WaitsElsewhere)
            found.Add(FindingKind.NobodyAsked, Subject);
        foreach (var step in Waiting.Where(step => !step.WorkItems.Exists(item => item.State is WorkItemState.Offered or WorkItemState.Held)))
            found.Add(FindingKind.StepUnseen, Subject, step.Name);
        foreach (var step in Waiting.Where(step => Answered.TryGetValue(step.ActivityType, out var isAnswered) && isAnswered(Subject, Reply)))
            found.Add(FindingKind.StepAnswered, Subject, step.Name);
        if (CaseFacts.StateOf(Subject, Reply) is var state && state != Subject.State)
            found.Add(FindingKind.StateDiffers, Subject, Subject.State.ToString(), state.ToString());
        if (DatesDiffer(rules, now))
            found.Add(FindingKind.DatesDiffer, Subject);
    }

    /// <summary>What a changed calendar has not reached yet is the next run's, not damage.</summary>
    private bool DatesDiffer(OfficeRules rules, DateTimeOffset now) =>
        !Deadlines.Exists(line => line.IsOpen && line.RulesRevision < rules.Book.Revision) && DateCheck.Differences(Subject, Deadlines, Times, rules.Of(Subject), now).Count > 0;
}
