using Proposals.Acts;
using Proposals.Handling;

namespace Proposals.Deadlines;

/// <summary>更正暂停计时: when the clocks stood still, why, and by what right. One that should never have been ends on the day it began.</summary>
public sealed record CorrectPause(Guid PauseId, string Reason) : CorrectionAct(Reason)
{
    public DateOnly? PausedOn { get; init; }

    public DateOnly? ResumedOn { get; init; }

    public string? PauseReason { get; init; }

    public string? LegalBasis { get; init; }

    public string? ResumeNote { get; init; }

    protected override Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken) => Task.FromResult(Correct(scene, sheet));

    private Refusal? Correct(CaseScene scene, CorrectionSheet sheet)
    {
        List<ClockPause> all = [.. scene.Deadlines.Times.Pauses.OrderBy(known => known.PausedOn).ThenBy(known => known.Id)];
        if (all.Find(known => known.Id == PauseId) is not { } pause)
            return CorrectionRefusals.UnknownRow;
        if (ResumedOn is not null && pause.ResumedOn is null)
            return CorrectionRefusals.NotThereYet(nameof(ResumedOn));
        var refusal = CheckOrder(scene, sheet, all, pause)
            ?? (PauseReason is null ? null : ActRefusals.Check(nameof(PauseReason), PauseReason))
            ?? (LegalBasis is null ? null : ActRefusals.Check(nameof(LegalBasis), LegalBasis))
            ?? ActRefusals.Check(nameof(ResumeNote), ResumeNote, required: false)
            ?? (PausedOn is null && ResumedOn is null ? null : CheckProven(scene));
        if (refusal is null)
            Write(scene, sheet, pause);
        return refusal;
    }

    private Refusal? CheckOrder(CaseScene scene, CorrectionSheet sheet, List<ClockPause> all, ClockPause pause)
    {
        var (place, subject) = (all.IndexOf(pause), scene.Case);
        var before = place > 0 ? all[place - 1].ResumedOn : null;
        var next = place < all.Count - 1 ? all[place + 1].PausedOn : (DateOnly?)null;

        // A reply ends the waiting: the clocks did not stand still for it any longer.
        var repliedOn = subject.RepliedOn >= pause.ResumedOn ? subject.RepliedOn : null;
        return sheet.Between(PausedOn, [new("AssignedOn", subject.AssignedOn), new(nameof(ResumedOn), before)], [new(nameof(ResumedOn), ResumedOn ?? pause.ResumedOn), new("EndedOn", subject.EndedOn)])
            ?? sheet.Between(ResumedOn, [new(nameof(PausedOn), PausedOn ?? pause.PausedOn)], [new(nameof(PausedOn), next), new("DeliveredOn", repliedOn), new("EndedOn", subject.EndedOn)]);
    }

    /// <summary>Other days of a pause move dates: one that is over moves only where a paper says so.</summary>
    private Refusal? CheckProven(CaseScene scene) =>
        scene.Deadlines.Lines.Where(line => line is { IsOpen: true, PausedOn: null, Nature: DeadlineNature.Statutory }).Min(line => (DateOnly?)line.DueOn) is { } first ? scene.CheckProven(first, EvidenceId) : null;

    private void Write(CaseScene scene, CorrectionSheet sheet, ClockPause pause)
    {
        var since = PausedOn < pause.PausedOn ? PausedOn : pause.PausedOn;
        var isMoved = sheet.Set<DateOnly>(nameof(PausedOn), pause.Id, pause.PausedOn, PausedOn, day => pause.PausedOn = day);
        isMoved |= sheet.Set<DateOnly>(nameof(ResumedOn), pause.Id, pause.ResumedOn, ResumedOn, day => pause.ResumedOn = day);
        sheet.Set(nameof(PauseReason), pause.Id, pause.Reason, PauseReason, text => pause.Reason = text);
        sheet.Set(nameof(LegalBasis), pause.Id, pause.LegalBasis, LegalBasis, text => pause.LegalBasis = text);
        sheet.Set(nameof(ResumeNote), pause.Id, pause.ResumeNote, ResumeNote, text => pause.ResumeNote = text);
        if (!isMoved)
            return;
        scene.Case.PausedOn = scene.Deadlines.Times.Running?.PausedOn;
        sheet.Moved(scene.Deadlines.Redate(line => line.MetOn > since));
    }
}
