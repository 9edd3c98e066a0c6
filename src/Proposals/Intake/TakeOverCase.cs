using Proposals.Acts;
using Proposals.Handling;

namespace Proposals.Intake;

/// <summary>接入台账 of an item that a list registered first: what happened before today is entered after it, without the papers of that time.</summary>
public sealed record TakeOverCase : CaseAct
{
    /// <summary>Nobody has worked on it here yet, so nothing that the ledger tells can contradict it.</summary>
    public static bool IsOpen(CaseState state) => state is CaseState.PendingReceipt or CaseState.Received;

    public override Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (!IsOpen(scene.Case.State) || scene.Case.TakenOverOn is not null)
            return Task.FromResult<Refusal?>(ActRefusals.WrongState(scene.Case.State));
        scene.Case.TakenOverOn = scene.Today;
        return Task.FromResult<Refusal?>(null);
    }
}
