using Proposals.Acts;

namespace Proposals.Deadlines;

/// <summary>恢复计时: what was left on the day of the pause is left from this day on.</summary>
public sealed record ResumeClock(string Note) : CaseAct
{
    public override Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (scene.Deadlines.Times.Running is not { } running)
            return Task.FromResult<Refusal?>(DeadlineRefusals.NotPaused);
        if ((ActRefusals.Check(nameof(Note), Note, required: false) ?? scene.NotBefore(running.PausedOn)) is { } refusal)
            return Task.FromResult<Refusal?>(refusal);
        running.ResumedOn = scene.OccurredOn;
        running.ResumedById = scene.Decider.Id;
        running.ResumeNote = Note.Trim();
        subject.PausedOn = null;
        scene.Moved.AddRange(scene.Deadlines.Redate());
        return Task.FromResult<Refusal?>(null);
    }
}
