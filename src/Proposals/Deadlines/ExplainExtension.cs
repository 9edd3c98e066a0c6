using Proposals.Acts;
using Proposals.Handling;

namespace Proposals.Deadlines;

/// <summary>书面说明延期: the proposer was told why, and until when. With it the granted date comes into force.</summary>
public sealed record ExplainExtension(FileId? PaperId) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (await PendingExtension.FindAsync(scene, row => row is { Granted: true, ExplainedOn: null }, cancellationToken) is not { } request)
            return DeadlineRefusals.NothingPending;

        // It may be written as soon as it was asked for; without the letter itself nobody knows that the proposer was told.
        var refusal = PaperId is null && !scene.IsTakenOver ? ActRefusals.Missing("ExplanationPaper") : scene.NotBefore(request.RequestedOn);
        if ((refusal ?? await scene.AttachAsync(PaperId is { } paper ? [paper] : [], Name, cancellationToken)) is { } no)
            return no;
        request.ExplainedOn = scene.OccurredOn;
        request.ExplanationPaperId = PaperId;
        scene.Case.IsExtended = true;
        scene.Deadlines.Times = await ActQueries.TimesAsync(scene.Db, scene.Case.Id, cancellationToken);

        // The bureau's own earlier target was made for the old date.
        if (request.Kind == DeadlineKind.Reply)
            scene.Deadlines.Drop(DeadlineKind.ReplyInternalTarget, scene.OccurredOn);
        scene.Moved.AddRange(scene.Deadlines.Redate(line => line.Kind == request.Kind && line.Round == request.Round));
        scene.Means(DeadlineSteps.ExplainExtension, "Explained");
        return null;
    }
}
