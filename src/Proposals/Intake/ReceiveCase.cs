using Proposals.Acts;

namespace Proposals.Intake;

/// <summary>签收: the office counts, checks and signs for the item.</summary>
public sealed record ReceiveCase : CaseAct
{
    public override Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (scene.Case.ReceivedOn is not null)
        {
            return Task.FromResult<Refusal?>(ActRefusals.WrongState(scene.Case.State));
        }

        scene.Case.ReceivedOn = scene.OccurredOn;
        scene.Means(IntakeSteps.Receive, "Received");
        return Task.FromResult<Refusal?>(null);
    }
}
