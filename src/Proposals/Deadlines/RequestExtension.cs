using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>申请延期: why, and until when. A leader decides whether the request goes to the assigning body; until that has agreed and the proposer has been told in writing, the old date stands.</summary>
public sealed record RequestExtension(string Reason, DateOnly Until, Guid LeaderId) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (ExtensionLimits.LineOf(scene.Deadlines.Lines, scene.Profile) is not { } line)
            return DeadlineRefusals.NotExtendable;
        if (await PendingExtension.FindAsync(scene, _ => true, cancellationToken) is { } pending)
            return DeadlineRefusals.StillPending(pending.RequestedOn);
        if (line.PausedOn is null && scene.OccurredOn > line.DueOn)
            return DeadlineRefusals.AskedTooLate(line.DueOn);
        if (line.PausedOn is null && scene.CheckProven(line.DueOn) is { } unproven)
            return unproven;
        if ((ActRefusals.Check(nameof(Reason), Reason) ?? scene.NotBefore(line.StartOn) ?? await ExtensionLimits.CheckAsync(scene, line, line.DueOn, Until, cancellationToken)) is { } refusal)
            return refusal;
        if (await scene.FindPersonAsync(LeaderId, cancellationToken) is not { } leader || !leader.Duties.Includes(Duties.Leaders))
            return ActRefusals.UnknownPerson;
        scene.Db.ExtensionRequests.Add(new ExtensionRequest
        {
            Id = TimedId.At(scene.Now),
            CaseId = subject.Id,
            Kind = line.Kind,
            Round = line.Round,
            Reason = Reason.Trim(),
            From = line.DueOn,
            AskedUntil = Until,
            RequestedById = scene.Decider.Id,
            RequestedOn = scene.OccurredOn,
            LeaderId = LeaderId,
        });
        scene.Begins(Designer.OfficeWorkflows.Extension);
        return null;
    }
}

/// <summary>The request of a case that is still on its way; there is at most one.</summary>
internal static class PendingExtension
{
    public static async Task<ExtensionRequest?> FindAsync(CaseScene scene, Predicate<ExtensionRequest> isMeant, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        await scene.Db.ExtensionRequests.Where(request => request.CaseId == caseId).LoadAsync(cancellationToken);
        return scene.Db.InHand<ExtensionRequest>().FirstOrDefault(request => request.CaseId == caseId && request.IsPending && isMeant(request));
    }

    /// <summary>What it was asked for has gone out: nobody needs an answer any more. One that was granted already waits for its letter.</summary>
    public static async Task DropAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (await FindAsync(scene, request => request.Granted is null, cancellationToken) is not { } request)
            return;
        request.DroppedOn = scene.OccurredOn;
        scene.Ends(Designer.OfficeWorkflows.Extension);
    }
}
