using Proposals.Acts;
using Proposals.Handling;

namespace Proposals.Assignment;

/// <summary>作废: it should never have been registered; it counts in no figure. What was replied to is no mistake and stays countable.</summary>
public sealed record VoidCase(string Reason) : CaseAct
{
    public override bool IsForHeldCases => true;

    public override Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (subject.ClosedOn is not null || subject.RepliedOn is not null || scene.Reply?.DeliveredOn is not null)
        {
            return Task.FromResult<Refusal?>(AssignmentRefusals.RepliedIsNoMistake);
        }

        var refusal = ActRefusals.Check(nameof(Reason), Reason);
        if (refusal is null)
        {
            FreeNumber(scene);
            scene.EndCase(CaseEnding.Voided, Reason);
        }

        return Task.FromResult(refusal);
    }

    /// <summary>The letter never went out: its number is for the next one, as the case's own is. What it was stays readable among the corrections.</summary>
    private void FreeNumber(CaseScene scene)
    {
        if (scene.Reply is { DocumentNumber: { } number } letter)
        {
            new CorrectionSheet(scene, Reason.Trim(), null).Note(nameof(letter.DocumentNumber), letter.Id.Value, number, null);
            letter.DocumentNumber = null;
        }
    }
}
