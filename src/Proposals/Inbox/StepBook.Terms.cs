using Proposals.Acts;
using Proposals.Deadlines;

namespace Proposals.Inbox;

/// <summary>环节期限: each waiting of a step has its own line in the ledger of deadlines.</summary>
public sealed partial class StepBook
{
    /// <summary>A step that the act opened begins its term, one that it ended has met it; asked again, the step begins a new one. Handing it to somebody else is neither.</summary>
    public async Task DateAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        if (scene.Moved.Exists(moved => moved.Kind == DeadlineKind.Step) || db.Entry(scene.Case).Property(subject => subject.PausedOn).IsModified)
            await Waiting.For(db)(db, caseId).ToListAsync(cancellationToken);
        foreach (var step in db.InHand<Step>().Where(step => step.CaseId == caseId).ToList())
        {
            switch (step.State)
            {
                case StepState.Answered:
                    scene.Deadlines.Meet(DeadlineKind.Step, step.Id.Value, scene.OccurredOn);
                    break;
                case StepState.Withdrawn:
                    scene.Deadlines.Drop(DeadlineKind.Step, step.Id.Value, scene.OccurredOn);
                    break;
                case StepState.Waiting when scene.Deadlines.Lines.FirstOrDefault(line => line.Kind == DeadlineKind.Step && line.SubjectId == step.Id.Value) is { } line:
                    step.DueOn = line.PausedOn is null ? line.DueOn : null;
                    break;
                case StepState.Waiting when step.DueOn is null && step.Term is { } term:
                    step.DueOn = scene.Deadlines.OpenStep(step.Id.Value, scene.OccurredOn, TermRule.Parse(term));
                    break;
            }
        }
    }
}
