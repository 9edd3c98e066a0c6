using Proposals.Acts;
using Proposals.Handling;
using Proposals.Reply;

namespace Proposals.Assignment;

/// <summary>作废: it should never have been registered, or its end was recorded wrongly; it counts in no figure and its number is free. What was replied to is no mistake and stays countable.</summary>
public sealed record VoidCase(string Reason) : CaseAct
{
    public override bool IsForEndedCases => true;

    public override bool IsForHeldCases => true;

    public override Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (subject.Ending == CaseEnding.Voided)
        {
            return Task.FromResult<Refusal?>(ActRefusals.WrongState(subject.State));
        }

        if (!MayBeMistake(subject, scene.Reply))
        {
            return Task.FromResult<Refusal?>(AssignmentRefusals.RepliedIsNoMistake);
        }

        var refusal = ActRefusals.Check(nameof(Reason), Reason) ?? scene.NotBefore(subject.EndedOn);
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
        if (scene.Reply is { DocumentNumber: { } number, DeliveredOn: null } letter)
        {
            new CorrectionSheet(scene, Reason.Trim(), null).Note(nameof(letter.DocumentNumber), letter.Id.Value, number, null);
            letter.DocumentNumber = null;
        }
    }

    /// <summary>Whether the case can have been entered by mistake: nobody has a reply of ours, nor the unit that leads our opinion — unless the item was taken back after that.</summary>
    public static bool MayBeMistake(ProposalCase subject, WrittenReply? reply) =>
        subject.ClosedOn is null && subject.RepliedOn is null
        && (reply is null || (reply.Deliveries.Count == 0 && (reply.DeliveredOn is null || (subject.OwesOpinion && subject.Ending is not null))));
}
