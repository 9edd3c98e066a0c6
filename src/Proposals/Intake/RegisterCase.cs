using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Intake;

/// <summary>登记办件: the item enters the ledger, its terms begin with the assignment date.</summary>
public sealed record RegisterCase(ItemKind Kind, string CaseNumber, string Subject, string AssigningBody, DateOnly AssignedOn, IReadOnlyList<ProposerEntry> Proposers) : CaseAct
{
    /// <summary>No classified item may ever enter the system; the clerk confirms it with each one.</summary>
    public required bool IsNotClassified { get; init; }

    public AdministrativeLevel Level { get; init; }

    public int TermNumber { get; init; }

    public int SessionNumber { get; init; }

    public bool IsInterSession { get; init; }

    public OurRole OurRole { get; init; }

    public int HandlingYear { get; init; }

    public string Content { get; init; } = "";

    public string AssignmentOpinion { get; init; } = "";

    public bool IsKey { get; init; }

    /// <summary>Of a key item; the district's where nothing is said.</summary>
    public KeyLevel? KeyLevel { get; init; }

    /// <summary>Other units of the same item, as the assignment names them.</summary>
    public IReadOnlyList<UnitEntry> OtherUnits { get; init; } = [];

    /// <summary>It comes from the office's own earlier ledger; what happened before is entered after it.</summary>
    public bool IsTakenOver { get; init; }

    public Guid? LedById { get; init; }

    public string SupervisedBy { get; init; } = "";

    public IReadOnlyList<FileId> Attachments { get; init; } = [];

    internal ProposalCase Open(CaseId id, DateTimeOffset now)
    {
        var subject = new ProposalCase
        {
            Id = id,
            Revision = 1,
            Kind = Kind,
            Level = Level,
            TermNumber = TermNumber,
            SessionNumber = SessionNumber,
            IsInterSession = IsInterSession,
            CaseNumber = CaseNumber.Trim(),
            Subject = Subject.Trim(),
            Content = Content,
            AssigningBody = AssigningBody.Trim(),
            AssignedOn = AssignedOn,
            AssignmentOpinion = AssignmentOpinion,
            OurRole = OurRole,
            HandlingYear = HandlingYear,
            IsKey = IsKey,
            KeyLevel = IsKey ? KeyLevel ?? Handling.KeyLevel.District : null,
            TakenOverOn = IsTakenOver ? OfficeClock.Day(now) : null,
            LedById = LedById,
            SupervisedBy = SupervisedBy,
            RegisteredAt = now,
        };
        subject.Proposers.AddRange(Proposers.Select((entry, position) => new Proposer
        {
            Id = entry.Id ?? TimedId.At(now),
            CaseId = id,
            Position = position,
            Role = entry.Role,
            Name = entry.Name.Trim(),
            Group = entry.Group,
            WorkUnit = entry.WorkUnit,
            Phone = entry.Phone,
            ContactPerson = entry.ContactPerson,
        }));
        subject.Units.AddRange(OtherUnits.Select(unit => new CaseUnit { Id = TimedId.At(now), CaseId = id, Name = unit.Name.Trim(), Role = unit.Role }));
        return subject;
    }

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var refusal = CheckFields(scene) ?? await KeyItemRules.CheckLeaderAsync(scene, LedById, cancellationToken) ?? await FindTwinAsync(scene.Db, cancellationToken) ?? await scene.AttachAsync(Attachments, Name, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        scene.Deadlines.Open(DeadlineKind.InternalAllocation, AssignedOn);
        if (OurRole == OurRole.CoOrganizer)
        {
            scene.Deadlines.Open(DeadlineKind.CoOpinion, AssignedOn);
            return null;
        }

        scene.Deadlines.Open(DeadlineKind.FirstContact, AssignedOn);
        scene.Deadlines.Open(DeadlineKind.ReplyInternalTarget, AssignedOn);
        scene.Deadlines.Open(DeadlineKind.Reply, AssignedOn);
        scene.Deadlines.Open(DeadlineKind.ReplyHardLimit, AssignedOn);
        return null;
    }

    internal async Task<Refusal?> FindTwinAsync(ProposalsDbContext db, CancellationToken cancellationToken)
    {
        var number = CaseNumber.Trim();
        var twin = await db.Cases.AsNoTracking()
            .Where(known => known.Kind == Kind && known.Level == Level && known.TermNumber == TermNumber && known.SessionNumber == SessionNumber
                && known.IsInterSession == IsInterSession && known.CaseNumber == number && known.Ending != CaseEnding.Voided)
            .Select(known => (DateTimeOffset?)known.RegisteredAt).FirstOrDefaultAsync(cancellationToken);
        return twin is { } at ? IntakeRefusals.AlreadyRegistered(number, OfficeClock.Day(at)) : null;
    }

    private Refusal? CheckUnits()
    {
        if (OtherUnits.Select(unit => ActRefusals.Check("UnitName", unit.Name, Lengths.Name)).FirstOrDefault(refusal => refusal is not null) is { } badName)
        {
            return badName;
        }

        if (OtherUnits.GroupBy(unit => unit.Name.Trim(), StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return IntakeRefusals.UnitTwice(twice.Key);
        }

        return OurRole switch
        {
            OurRole.SoleOrganizer when OtherUnits.Count > 0 => IntakeRefusals.SoleHasNoOthers,
            OurRole.LeadOrganizer when !OtherUnits.Any(unit => unit.Role == OtherUnitRole.CoOrganizer) => IntakeRefusals.LeadNeedsOthers,
            OurRole.CoOrganizer when OtherUnits.Count(unit => unit.Role == OtherUnitRole.LeadOrganizer) != 1 => IntakeRefusals.CoNeedsLead,
            _ => null,
        };
    }

    private Refusal? CheckFields(CaseScene scene)
    {
        if (!IsNotClassified)
        {
            return IntakeRefusals.Classified;
        }

        if (AssignedOn > scene.Today)
        {
            return ActRefusals.InTheFuture(AssignedOn);
        }

        if (CheckUnits() is { } badUnit)
        {
            return badUnit;
        }

        if (Proposers.Count(entry => entry.Role is ProposerRole.Lead or ProposerRole.Collective) != 1)
        {
            return IntakeRefusals.OneLeadProposer;
        }

        return ActRefusals.Check(nameof(CaseNumber), CaseNumber, Lengths.Name)
            ?? ActRefusals.Check(nameof(Subject), Subject, Lengths.Subject)
            ?? ActRefusals.Check(nameof(AssigningBody), AssigningBody, Lengths.Name)
            ?? ActRefusals.Check(nameof(Content), Content, Lengths.LongText, required: false)
            ?? ActRefusals.Check(nameof(AssignmentOpinion), AssignmentOpinion, required: false)
            ?? Proposers.Select(entry => ActRefusals.Check("ProposerName", entry.Name, Lengths.Name)).FirstOrDefault(refusal => refusal is not null);
    }
}

/// <summary>Another unit as the assignment names it.</summary>
public sealed record UnitEntry(string Name, OtherUnitRole Role);

public sealed record ProposerEntry(string Name, ProposerRole Role)
{
    /// <summary>Given where later acts of the same request name this proposer.</summary>
    public Guid? Id { get; init; }

    public string Group { get; init; } = "";

    public string WorkUnit { get; init; } = "";

    public string Phone { get; init; } = "";

    public string ContactPerson { get; init; } = "";
}
