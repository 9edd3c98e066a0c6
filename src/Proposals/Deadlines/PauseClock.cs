using Proposals.Acts;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>暂停计时: the clocks of the case stand still, for a reason and by a right that are named. The day itself still counts.</summary>
public sealed record PauseClock(string Reason, string LegalBasis) : CaseAct
{
    public FileId? PaperId { get; init; }

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (subject.PausedOn is { } since)
            return DeadlineRefusals.PausedSince(since);
        if (scene.Profile.Pausable.Count == 0)
            return DeadlineRefusals.NoPauseInRules;
        var running = scene.Deadlines.Lines.Where(line => line.IsOpen && line.Term is not null && line.Nature != DeadlineNature.Step && scene.Profile.MayPause(line.Kind)).ToList();
        if (running.Count == 0)
            return DeadlineRefusals.NothingToPause;
        if (running.Where(line => line.Nature == DeadlineNature.Statutory).Min(line => (DateOnly?)line.DueOn) is { } first && (first < scene.OccurredOn ? DeadlineRefusals.OverBeforePause(first) : scene.CheckProven(first, PaperId)) is { } late)
            return late;
        var refusal = ActRefusals.Check(nameof(Reason), Reason) ?? ActRefusals.Check(nameof(LegalBasis), LegalBasis)
            ?? scene.NotBefore(scene.Deadlines.Times.Pauses.Max(pause => pause.ResumedOn))
            ?? await scene.AttachAsync(PaperId is { } paper ? [paper] : [], Name, cancellationToken);
        if (refusal is not null)
            return refusal;
        var stop = new ClockPause
        {
            Id = TimedId.At(scene.Now),
            CaseId = subject.Id,
            PausedOn = scene.OccurredOn,
            Reason = Reason.Trim(),
            LegalBasis = LegalBasis.Trim(),
            PaperId = PaperId,
            PausedById = scene.Decider.Id,
        };
        scene.Db.ClockPauses.Add(stop);
        subject.HasPauses = true;
        subject.PausedOn = scene.OccurredOn;
        scene.Deadlines.Times = scene.Deadlines.Times with { Pauses = [.. scene.Deadlines.Times.Pauses, stop] };
        scene.Deadlines.Redate();
        return null;
    }
}
