using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Intake;

/// <summary>更正登记: what the slip says, where it was entered wrongly. A null leaves its field as it is.</summary>
public sealed record CorrectRegistration(string Reason) : CorrectionAct(Reason)
{
    /// <summary>All that count from the day of the assignment.</summary>
    private static readonly DeadlineKind[] FromAssignment =
    [
        DeadlineKind.InternalAllocation, DeadlineKind.FirstContact, DeadlineKind.ReplyInternalTarget, DeadlineKind.Reply, DeadlineKind.ReplyHardLimit,
        DeadlineKind.ReturnWindow, DeadlineKind.HandlingPlan, DeadlineKind.CoOpinion,
    ];

    public ItemKind? Kind { get; init; }

    public AdministrativeLevel? Level { get; init; }

    public int? TermNumber { get; init; }

    public int? SessionNumber { get; init; }

    public bool? IsInterSession { get; init; }

    public string? CaseNumber { get; init; }

    public string? Subject { get; init; }

    public string? Content { get; init; }

    public string? AssigningBody { get; init; }

    public DateOnly? AssignedOn { get; init; }

    public string? AssignmentOpinion { get; init; }

    public OurRole? OurRole { get; init; }

    public int? HandlingYear { get; init; }

    /// <summary>Of a key item. Whether it is one the director decides, by acts of his own.</summary>
    public KeyLevel? KeyLevel { get; init; }

    /// <summary>Of a key item; an empty id says nobody.</summary>
    public Guid? LedById { get; init; }

    public string? SupervisedBy { get; init; }

    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        var refusal = CheckFields()
            ?? await CheckRoleAsync(scene, cancellationToken)
            ?? (!subject.IsKey && (KeyLevel is not null || LedById is not null || SupervisedBy is not null) ? PlanRefusals.NotKey : null)
            ?? await KeyItemRules.CheckLeaderAsync(scene, LedById == Guid.Empty ? null : LedById, cancellationToken)
            ?? await CheckTwinAsync(scene, cancellationToken)
            ?? (AssignedOn is null ? null : sheet.Between(AssignedOn, [], await FirstDaysAsync(scene, cancellationToken)));
        if (refusal is not null)
        {
            return refusal;
        }

        sheet.Set<ItemKind>(nameof(Kind), null, subject.Kind, Kind, kind => subject.Kind = kind);
        sheet.Set<AdministrativeLevel>(nameof(Level), null, subject.Level, Level, level => subject.Level = level);
        sheet.Set<int>(nameof(TermNumber), null, subject.TermNumber, TermNumber, number => subject.TermNumber = number);
        sheet.Set<int>(nameof(SessionNumber), null, subject.SessionNumber, SessionNumber, number => subject.SessionNumber = number);
        sheet.Set<bool>(nameof(IsInterSession), null, subject.IsInterSession, IsInterSession, flag => subject.IsInterSession = flag);
        sheet.Set(nameof(CaseNumber), null, subject.CaseNumber, CaseNumber, text => subject.CaseNumber = text);
        sheet.Set(nameof(Subject), null, subject.Subject, Subject, text => subject.Subject = text);
        sheet.Set(nameof(Content), null, subject.Content, Content, text => subject.Content = text);
        sheet.Set(nameof(AssigningBody), null, subject.AssigningBody, AssigningBody, text => subject.AssigningBody = text);
        sheet.Set(nameof(AssignmentOpinion), null, subject.AssignmentOpinion, AssignmentOpinion, text => subject.AssignmentOpinion = text);
        sheet.Set<OurRole>(nameof(OurRole), null, subject.OurRole, OurRole, role => subject.OurRole = role);
        sheet.Set<int>(nameof(HandlingYear), null, subject.HandlingYear, HandlingYear, year => subject.HandlingYear = year);
        Reassign(scene, sheet);
        sheet.Set<KeyLevel>(nameof(KeyLevel), null, subject.KeyLevel, KeyLevel, level => subject.KeyLevel = level);
        sheet.SetPerson(nameof(LedById), null, subject.LedById, LedById, id => subject.LedById = id);
        sheet.Set(nameof(SupervisedBy), null, subject.SupervisedBy, SupervisedBy, text => subject.SupervisedBy = text);
        return null;
    }

    private Refusal? CheckFields() =>
        (CaseNumber is null ? null : ActRefusals.Check(nameof(CaseNumber), CaseNumber, Lengths.Name))
        ?? (Subject is null ? null : ActRefusals.Check(nameof(Subject), Subject, Lengths.Subject))
        ?? (AssigningBody is null ? null : ActRefusals.Check(nameof(AssigningBody), AssigningBody, Lengths.Name))
        ?? ActRefusals.Check(nameof(Content), Content, Lengths.LongText, required: false)
        ?? ActRefusals.Check(nameof(AssignmentOpinion), AssignmentOpinion, required: false)
        ?? ActRefusals.Check(nameof(SupervisedBy), SupervisedBy, Lengths.Name, required: false);

    /// <summary>Only between 独办 and 分办, and only while neither another unit nor a signed reply says otherwise.</summary>
    private async Task<Refusal?> CheckRoleAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (OurRole is not { } role || role == subject.OurRole)
        {
            return null;
        }

        var isBetweenOwn = IsOwn(role) && IsOwn(subject.OurRole);
        var caseId = subject.Id;
        return !isBetweenOwn || subject.Units.Exists(unit => unit.RemovedOn is null)
            || await scene.Db.Replies.AnyAsync(reply => reply.CaseId == caseId && reply.SignedOn != null, cancellationToken)
            ? CorrectionRefusals.RoleIsUsed
            : null;

        static bool IsOwn(OurRole role) => role is Intake.OurRole.SoleOrganizer or Intake.OurRole.SplitHandling;
    }

    private async Task<Refusal?> CheckTwinAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        var (kind, level, term, session) = (Kind ?? subject.Kind, Level ?? subject.Level, TermNumber ?? subject.TermNumber, SessionNumber ?? subject.SessionNumber);
        var (inter, number, id) = (IsInterSession ?? subject.IsInterSession, CaseNumber?.Trim() ?? subject.CaseNumber, subject.Id);
        var twin = await scene.Db.Cases.AsNoTracking()
            .Where(known => known.Id != id && known.Kind == kind && known.Level == level && known.TermNumber == term && known.SessionNumber == session
                && known.IsInterSession == inter && known.CaseNumber == number && known.Ending != CaseEnding.Voided)
            .Select(known => (DateTimeOffset?)known.RegisteredAt).FirstOrDefaultAsync(cancellationToken);
        return twin is { } at ? IntakeRefusals.AlreadyRegistered(number, OfficeClock.Day(at)) : null;
    }

    /// <summary>The first of each thing that may happen once a case was assigned.</summary>
    private static async Task<IReadOnlyList<NamedDay>> FirstDaysAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var (subject, db) = (scene.Case, scene.Db);
        var caseId = subject.Id;
        return
        [
            new("ReceivedOn", subject.ReceivedOn),
            new("HeldOn", await db.Consultations.Where(held => held.CaseId == caseId && held.VoidedOn == null).MinAsync(held => (DateOnly?)held.HeldOn, cancellationToken)),
            new("UrgedOn", await db.Urgings.Where(urging => urging.CaseId == caseId).MinAsync(urging => (DateOnly?)urging.On, cancellationToken)),
            new("ReturnRequestedOn", await db.ReturnRequests.Where(request => request.CaseId == caseId).MinAsync(request => (DateOnly?)request.RequestedOn, cancellationToken)),
            new("ExtensionRequestedOn", await db.ExtensionRequests.Where(request => request.CaseId == caseId).MinAsync(request => (DateOnly?)request.RequestedOn, cancellationToken)),
            new("PausedOn", await db.ClockPauses.Where(pause => pause.CaseId == caseId).MinAsync(pause => (DateOnly?)pause.PausedOn, cancellationToken)),
            new("UnitRequestedOn", await db.AddUnitRequests.Where(request => request.CaseId == caseId).MinAsync(request => (DateOnly?)request.RequestedOn, cancellationToken)),
            new("UnitAskedOn", subject.Units.Min(unit => unit.AskedOn)),
            new("UnitAnsweredOn", subject.Units.Min(unit => unit.AnsweredOn)),
            new("RepliedOn", subject.RepliedOn),
            new("EndedOn", subject.EndedOn),
        ];
    }

    private void Reassign(CaseScene scene, CorrectionSheet sheet)
    {
        var subject = scene.Case;
        var before = subject.AssignedOn;
        if (!sheet.Set<DateOnly>(nameof(AssignedOn), null, before, AssignedOn, day => subject.AssignedOn = day))
        {
            return;
        }

        sheet.Moved(scene.Deadlines.Restart(before, subject.AssignedOn, FromAssignment));
    }
}
