using Proposals.Acts;

namespace Proposals.Deadlines;

/// <summary>恢复计时: what was left on the day of the pause is left from this day on.</summary>
public sealed record ResumeClock(string Note) : CaseAct
{
    public override Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (scene.Deadlines.Times.Running is not { } running)
            return Task.FromResult<Refusal?>(DeadlineRefusals.NotPaused);
        if ((ActRefusals.Check(nameof(Note), Note, required: false) ?? scene.NotBefore(running.PausedOn)) is { } refusal)
            return Task.FromResult<Refusal?>(refusal);
        running.ResumeNote = Note.Trim();
        scene.EndPause(scene.OccurredOn);
        return Task.FromResult<Refusal?>(null);
    }
}

internal static class RunningPause
{
    /// <summary>The clocks go on; also by themselves, with what ends the waiting: a reply that goes out, a case that is closed or leaves.</summary>
    public static void EndPause(this CaseScene scene, DateOnly on)
    {
        scene.Case.PausedOn = null;
        if (scene.Deadlines.Times.Running is not { } running)
            return;
        running.ResumedOn = on > running.PausedOn ? on : running.PausedOn;
        running.ResumedById = scene.IsSystem ? null : scene.Decider.Id;
        scene.Moved.AddRange(scene.Deadlines.Redate(line => line.MetOn > running.PausedOn));
    }
}
