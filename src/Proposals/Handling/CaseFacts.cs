using System.Text.Json.Nodes;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Intake;
using Proposals.Reply;

namespace Proposals.Handling;

/// <summary>What follows from the facts of a case: its state, and what deciders and scripts of a workflow may know.</summary>
public static class CaseFacts
{
    public static CaseState StateOf(ProposalCase subject, WrittenReply? reply)
    {
        if (subject.Ending is { } ending)
        {
            return Ended(ending);
        }

        if (subject.ArchivedOn is not null)
        {
            return CaseState.Archived;
        }

        if (subject.ClosedOn is not null)
        {
            return CaseState.Closed;
        }

        if (subject.ReturnStage is { } stage)
        {
            return stage == ReturnStage.AwaitingLeader ? CaseState.ReturnPending : CaseState.ReturnSubmitted;
        }

        if (subject.ReceivedOn is null)
        {
            return CaseState.PendingReceipt;
        }

        if (subject.AllocatedOn is null)
        {
            return CaseState.Received;
        }

        return subject.AcceptedOn is null ? CaseState.Allocated
            : subject.OwesOpinion ? ByOpinion(reply)
            : ByReply(subject, reply);
    }

    /// <summary>A co-organizer may meet the proposer but need not: the unit that leads answers for all.</summary>
    public static bool ConsultationsEnough(ProposalCase subject, ConsultationRules rules) =>
        subject.OwesOpinion
        || subject.RoundIsOverridden
        || (subject.RoundConsultations >= rules.RequiredIn(subject.Round)
            && (subject.Round == 1 || !rules.RehandlingNeedsLeader || subject.RoundLeaderMet));

    /// <summary>Whether the principal signs is asked of replies; an opinion to another unit is the deputy's.</summary>
    public static bool PrincipalSigns(ProposalCase subject, WrittenReply? reply, RuleProfile profile) =>
        !subject.OwesOpinion
        && ((subject.IsKey && profile.PrincipalSigns.Contains(PrincipalSignsFor.KeyItem))
            || (reply?.PromisesMoney == true && profile.PrincipalSigns.Contains(PrincipalSignsFor.PromisesMoney)));

    public static JsonObject Of(CaseScene scene)
    {
        var (subject, profile) = (scene.Case, scene.Profile);
        var resultClass = profile.ClassOf(subject.ResultClass);
        return new JsonObject
        {
            ["consultationsEnough"] = ConsultationsEnough(subject, profile.Consultations),
            ["isKey"] = subject.IsKey,
            ["principalSigns"] = PrincipalSigns(subject, scene.Reply, profile) && scene.Reply?.SignedOn is null,
            ["resultClass"] = subject.ResultClass,
            ["resultNeedsFollowUp"] = subject.OpenCommitments > 0,
            ["resultResolved"] = resultClass?.CountsAsResolved ?? false,
            ["resultUnsatisfied"] = subject.Attitude == Rating.Unsatisfied || subject.Result == Rating.Unsatisfied,
            ["round"] = subject.Round,
        };
    }

    private static CaseState Ended(CaseEnding ending) => ending switch
    {
        CaseEnding.Returned => CaseState.Returned,
        CaseEnding.Withdrawn => CaseState.Withdrawn,
        CaseEnding.Reassigned => CaseState.Reassigned,
        _ => CaseState.Voided,
    };

    private static CaseState ByOpinion(WrittenReply? opinion) => opinion switch
    {
        { DeliveredOn: not null } => CaseState.OpinionSent,
        { SignedOn: not null } => CaseState.OpinionIssued,
        null or { SubmittedOn: null } => CaseState.OpinionDrafting,
        { CheckedOn: not null } => CaseState.OpinionAwaitingSignature,
        _ => CaseState.OpinionInReview,
    };

    private static CaseState ByReply(ProposalCase subject, WrittenReply? reply) => reply switch
    {
        null => subject.Round > 1 ? CaseState.Rehandling : CaseState.InHandling,
        { DeliveredOn: not null } => subject.InFollowUp ? CaseState.FollowUp : CaseState.AwaitingFeedback,
        { SignedOn: not null } => CaseState.Issued,
        { SubmittedOn: null } => CaseState.Drafting,
        { CheckedOn: not null } => CaseState.AwaitingSignature,
        _ => CaseState.InReview,
    };
}
