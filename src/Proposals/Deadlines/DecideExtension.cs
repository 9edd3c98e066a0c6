using Proposals.Acts;
using Proposals.People;

namespace Proposals.Deadlines;

/// <summary>延期报批: the leader lets the request go to the assigning body, or has the case kept to its date.</summary>
public sealed record DecideExtension(bool Agrees) : CaseAct
{
    /// <summary>Required for a no.</summary>
    public string Opinion { get; init; } = "";

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (await PendingExtension.FindAsync(scene, row => row.Approved is null, cancellationToken) is not { } request)
            return DeadlineRefusals.NothingPending;
        if (scene.Decider.Id != request.LeaderId && !scene.Decider.Duties.Includes(Duty.Principal))
            return ActRefusals.NotEntitled(scene.Decider.DisplayName, Name);
        if ((ActRefusals.Check(nameof(Opinion), Opinion, required: !Agrees) ?? scene.NotBefore(request.RequestedOn)) is { } refusal)
            return refusal;
        request.Approved = Agrees;
        request.DecidedById = scene.Decider.Id;
        request.DecidedOn = scene.OccurredOn;
        request.DecisionOpinion = Opinion.Trim();
        scene.Means(DeadlineSteps.ApproveExtension, Agrees ? "Agreed" : "Disagreed");
        return null;
    }
}
