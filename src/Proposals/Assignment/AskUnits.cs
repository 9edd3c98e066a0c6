using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Reply;

namespace Proposals.Assignment;

/// <summary>征求会办意见: other units are asked for theirs, and each has its term from that day. In a later round a unit may be asked again.</summary>
public sealed record AskUnits(IReadOnlyList<Guid> UnitIds) : CaseAct
{
    /// <summary>The letter that asks.</summary>
    public FileId? PaperId { get; init; }

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (scene.Reply?.SignedOn is not null)
        {
            return ReplyRefusals.AlreadySigned;
        }

        if (UnitIds.Count == 0)
        {
            return UnitRefusals.NobodyChosen;
        }

        foreach (var id in UnitIds.Distinct())
        {
            if (Ask(scene, id) is { } refusal)
            {
                return refusal;
            }
        }

        await UnitOpinions.CollectAsync(scene, cancellationToken);
        return scene.NotBefore(scene.Case.RoundBeganOn) ?? await scene.AttachAsync(PaperId is { } paper ? [paper] : [], Name, cancellationToken);
    }

    private static Refusal? Ask(CaseScene scene, Guid id)
    {
        var (unit, refusal) = UnitOpinions.Find(scene, id);
        if (unit is null)
        {
            return refusal;
        }

        if (unit.AnsweredOn is { } answered && !UnitOpinions.IsOfEarlierRound(scene.Case, unit))
        {
            return UnitRefusals.AlreadyAnswered(unit.Name, answered);
        }

        if (unit.AskedOn is { } asked && scene.Deadlines.Lines.Any(line => line.Kind == DeadlineKind.UnitOpinion && line.SubjectId == id && line.IsOpen))
        {
            return UnitRefusals.AlreadyAsked(unit.Name, asked);
        }

        unit.Forget();
        scene.Deadlines.Open(DeadlineKind.UnitOpinion, scene.OccurredOn, id);
        unit.AskedOn = scene.OccurredOn;
        unit.DueOn = scene.Deadlines.Lines[^1].DueOn;
        return null;
    }
}
