using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>更正其他承办单位: its name and role, the days on which it was asked and answered, what it said; and that the assigning body took it out again.</summary>
public sealed record CorrectUnit(Guid UnitId, string Reason) : CorrectionAct(Reason)
{
    public string? UnitName { get; init; }

    public OtherUnitRole? UnitRole { get; init; }

    public DateOnly? UnitAskedOn { get; init; }

    public DateOnly? UnitAnsweredOn { get; init; }

    public UnitStance? UnitStance { get; init; }

    public string? UnitOpinion { get; init; }

    /// <summary>From this day on it takes no part any more.</summary>
    public DateOnly? UnitRemovedOn { get; init; }

    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        if (scene.Case.Units.Find(known => known.Id == UnitId) is not { } unit)
        {
            return CorrectionRefusals.UnknownRow;
        }

        if ((CheckName(scene, unit) ?? CheckPart(scene, unit) ?? CheckOpinion(scene, unit) ?? CheckDays(scene, sheet, unit)) is { } refusal)
        {
            return refusal;
        }

        await RenameAsync(scene, sheet, unit, cancellationToken);
        Redate(scene, sheet, unit);
        sheet.Set<UnitStance>(nameof(UnitStance), unit.Id, unit.Stance, UnitStance, stance => unit.Stance = stance);
        sheet.Set(nameof(UnitOpinion), unit.Id, unit.Opinion, UnitOpinion, text => unit.Opinion = text);
        var owed = UnitOpinions.Missing(scene.Case).Any();
        var isOther = sheet.Set<OtherUnitRole>(nameof(UnitRole), unit.Id, unit.Role, UnitRole, role => unit.Role = role);
        var isOut = sheet.Set<DateOnly>(nameof(UnitRemovedOn), unit.Id, unit.RemovedOn, UnitRemovedOn, day => unit.RemovedOn = day);
        if (isOther || isOut)
        {
            await FollowAsync(scene, sheet, unit, owed, cancellationToken);
        }

        return null;
    }

    /// <summary>Our own role follows from the others', and so does whose opinions are waited for.</summary>
    private static async Task FollowAsync(CaseScene scene, CorrectionSheet sheet, CaseUnit unit, bool wasOwed, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (unit.RemovedOn is not null || unit.Role != OtherUnitRole.CoOrganizer)
        {
            scene.Deadlines.Drop(DeadlineKind.UnitOpinion, unit.Id, scene.OccurredOn);
        }

        if (!subject.OwesOpinion)
        {
            var roles = subject.Units.Where(known => known.RemovedOn is null).Select(known => known.Role).ToHashSet();
            var ours = roles.Count == 0 ? OurRole.SoleOrganizer : !roles.Contains(OtherUnitRole.CoOrganizer) ? OurRole.SplitHandling
                : roles.Contains(OtherUnitRole.SplitHandling) ? subject.OurRole : OurRole.LeadOrganizer;
            sheet.Set<OurRole>(nameof(OurRole), null, subject.OurRole, ours, role => subject.OurRole = role);
        }

        if (wasOwed)
        {
            UnitOpinions.EndIfAllIn(scene);
        }

        await UnitOpinions.CollectAsync(scene, cancellationToken);
    }

    private static bool IsSigned(CaseScene scene) => !scene.Case.OwesOpinion && scene.Reply?.SignedOn is not null;

    private Refusal? CheckName(CaseScene scene, CaseUnit unit) =>
        UnitName is null ? null
        : ActRefusals.Check(nameof(UnitName), UnitName, Lengths.Name)
            ?? (scene.Case.Units.Exists(other => other.Id != unit.Id && other.RemovedOn is null && other.Name == UnitName.Trim()) ? AssignmentRefusals.UnitIsThere(UnitName.Trim()) : null);

    /// <summary>Who leads cannot become another in passing, and a signed letter says who took part.</summary>
    private Refusal? CheckPart(CaseScene scene, CaseUnit unit)
    {
        var (role, isOut) = (UnitRole ?? unit.Role, UnitRemovedOn is not null && unit.RemovedOn is null);
        if (role == unit.Role && !isOut)
        {
            return null;
        }

        var touchesLead = role == OtherUnitRole.LeadOrganizer || unit.Role == OtherUnitRole.LeadOrganizer;
        return touchesLead ? CorrectionRefusals.LeadStays
            : IsSigned(scene) ? CorrectionRefusals.UnitIsInReply(unit.Name)
            : null;
    }

    private Refusal? CheckOpinion(CaseScene scene, CaseUnit unit)
    {
        if (UnitStance is null && UnitOpinion is null)
        {
            return null;
        }

        if (unit.Stance is null)
        {
            return CorrectionRefusals.NotThereYet(nameof(UnitStance));
        }

        var stance = UnitStance ?? unit.Stance;
        return stance == Assignment.UnitStance.Differs && unit is { SettledOn: null, Stance: not Assignment.UnitStance.Differs } && IsSigned(scene)
            ? CorrectionRefusals.UnitIsInReply(unit.Name)
            : ActRefusals.Check("Opinion", UnitOpinion ?? unit.Opinion, Lengths.LongText, required: stance != Assignment.UnitStance.Agrees);
    }

    private Refusal? CheckDays(CaseScene scene, CorrectionSheet sheet, CaseUnit unit)
    {
        var subject = scene.Case;
        if (UnitAskedOn is not null && unit.AskedOn is null)
        {
            return CorrectionRefusals.NotThereYet(nameof(UnitAskedOn));
        }

        if (UnitAnsweredOn is not null && unit.AnsweredOn is null)
        {
            return CorrectionRefusals.NotThereYet(nameof(UnitAnsweredOn));
        }

        var (asked, answered) = (UnitAskedOn ?? unit.AskedOn, UnitAnsweredOn ?? unit.AnsweredOn);
        var (isLead, began) = (subject.OwesOpinion && unit.Role == OtherUnitRole.LeadOrganizer, subject.RoundBeganOn);
        return sheet.Between(UnitAskedOn,
                [new("AssignedOn", subject.AssignedOn), new("AcceptedOn", subject.AcceptedOn), new("ReassignedOn", unit.AskedOn >= began ? began : null)],
                [new(nameof(UnitAnsweredOn), answered), new("EndedOn", subject.EndedOn)])
            ?? sheet.Between(UnitAnsweredOn,
                [new("AssignedOn", subject.AssignedOn), new(nameof(UnitAskedOn), asked), new("ReassignedOn", unit.AnsweredOn >= began ? began : null), new("OpinionSentOn", isLead ? scene.Reply?.DeliveredOn : null)],
                [new("SettledOn", unit.SettledOn), new("ReassignedOn", unit.AnsweredOn < began ? began?.AddDays(-1) : null), new("ArchivedOn", isLead ? subject.ArchivedOn : null), new("EndedOn", subject.EndedOn)])
            ?? sheet.Between(UnitRemovedOn, [new("AssignedOn", subject.AssignedOn), new(nameof(UnitAskedOn), asked), new(nameof(UnitAnsweredOn), answered)], [new("EndedOn", subject.EndedOn)]);
    }

    /// <summary>Copies that it got are its own under the right name, too.</summary>
    private async Task RenameAsync(CaseScene scene, CorrectionSheet sheet, CaseUnit unit, CancellationToken cancellationToken)
    {
        var (caseId, before) = (scene.Case.Id, unit.Name);
        if (!sheet.Set(nameof(UnitName), unit.Id, before, UnitName, text => unit.Name = text))
        {
            return;
        }

        var copies = await scene.Db.ReplyCopies.Where(copy => copy.Recipient == before && scene.Db.Replies.Any(reply => reply.Id == copy.ReplyId && reply.CaseId == caseId)).ToListAsync(cancellationToken);
        copies.ForEach(copy => copy.Recipient = unit.Name);
    }

    private void Redate(CaseScene scene, CorrectionSheet sheet, CaseUnit unit)
    {
        var (askedBefore, answeredBefore, subject) = (unit.AskedOn, unit.AnsweredOn, scene.Case);
        if (sheet.Set<DateOnly>(nameof(UnitAskedOn), unit.Id, askedBefore, UnitAskedOn, day => unit.AskedOn = day) && askedBefore is { } was && unit.AskedOn is { } asked)
        {
            sheet.Moved(scene.Deadlines.Restart(DeadlineKind.UnitOpinion, unit.Id, was, asked));
            unit.DueOn = scene.Deadlines.Lines.LastOrDefault(line => line.Kind == DeadlineKind.UnitOpinion && line.SubjectId == unit.Id && line.StartOn == asked)?.DueOn ?? unit.DueOn;
        }

        if (!sheet.Set<DateOnly>(nameof(UnitAnsweredOn), unit.Id, answeredBefore, UnitAnsweredOn, day => unit.AnsweredOn = day) || answeredBefore is not { } came || unit.AnsweredOn is not { } answered)
        {
            return;
        }

        scene.Deadlines.Remeet(DeadlineKind.UnitOpinion, unit.Id, came, answered);
        if (subject.OwesOpinion && unit.Role == OtherUnitRole.LeadOrganizer && subject.ClosedOn == came)
        {
            // Its reply is what closed our part.
            subject.ClosedOn = answered;
            sheet.Moved(scene.Deadlines.Restart(came, answered, [DeadlineKind.Archive]));
        }
    }
}
