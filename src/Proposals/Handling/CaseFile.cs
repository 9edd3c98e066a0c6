using Microsoft.EntityFrameworkCore;
using Proposals.Assignment;
using Proposals.Audit;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Inbox;
using Proposals.Incidents;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Reply;
using Proposals.Timers;

namespace Proposals.Handling;

/// <summary>One case with all its papers, as the case page and the step pages show it.</summary>
public sealed record CaseFile
{
    public required ProposalCase Case { get; init; }

    public required IReadOnlyList<InternalAllocation> Allocations { get; init; }

    public required IReadOnlyList<HandlerTenure> Tenures { get; init; }

    public required IReadOnlyList<ReturnRequest> Returns { get; init; }

    public required IReadOnlyList<AddUnitRequest> AddedUnits { get; init; }

    public required IReadOnlyList<AllocationObjection> Objections { get; init; }

    /// <summary>Every version, the one in force last.</summary>
    public required IReadOnlyList<HandlingPlan> Plans { get; init; }

    public required IReadOnlyList<Correction> Corrections { get; init; }

    public required IReadOnlyList<HeldConsultation> Consultations { get; init; }

    public required IReadOnlyList<GateOverride> Overrides { get; init; }

    /// <summary>One a round, in order.</summary>
    public required IReadOnlyList<WrittenReply> Replies { get; init; }

    public required IReadOnlyList<FeedbackForm> Forms { get; init; }

    public required IReadOnlyList<HandlingRound> Rounds { get; init; }

    public required IReadOnlyList<Commitment> Commitments { get; init; }

    public required IReadOnlyList<SecondReply> SecondReplies { get; init; }

    public required IReadOnlyList<ClassChange> ClassChanges { get; init; }

    public required IReadOnlyList<Urging> Urgings { get; init; }

    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>Pauses and extensions, in order.</summary>
    public required CaseTimes Times { get; init; }

    /// <summary>The deadlines in the order in which they were opened, as sums ask for them.</summary>
    public IReadOnlyList<Deadline> Ledger => [.. Deadlines.OrderBy(line => line.Id.Value)];

    public IReadOnlyList<ExtensionRequest> Extensions => Times.Extensions;

    /// <summary>督办单 that wait for their leader's word.</summary>
    public required IReadOnlyList<SupervisionOrder> OpenOrders { get; init; }

    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Names and sizes only; the bytes stay in the database until somebody opens one.</summary>
    public required IReadOnlyList<FileEntry> Files { get; init; }

    public required IReadOnlyList<AuditEntry> Trail { get; init; }

    public required IReadOnlyDictionary<Guid, Person> People { get; init; }

    public required IReadOnlyDictionary<DepartmentId, string> Departments { get; init; }

    /// <summary>Where its workflows stopped, in order; what is closed stays readable.</summary>
    public required IReadOnlyList<WorkflowIncident> Incidents { get; init; }

    /// <summary>Moments and other systems that its workflows wait for now.</summary>
    public required IReadOnlyList<WorkflowTimer> Timers { get; init; }

    public required IReadOnlyList<OutsideTask> OutsideTasks { get; init; }

    public WrittenReply? CurrentReply => Replies.FirstOrDefault(reply => reply.Round == Case.Round);

    /// <summary>What somebody is asked to do now, the case's own way before what is decided or asked beside it.</summary>
    public IEnumerable<Step> Waiting => Steps.Where(step => step.State == StepState.Waiting && !IsOnHold(step)).OrderByDescending(step => WorkflowInstance.IsOfMain(Case.Id, step.WaitId));

    /// <summary>Steps that go on once what stands beside them is decided.</summary>
    public IEnumerable<Step> OnHold => Steps.Where(step => step.State == StepState.Waiting && IsOnHold(step));

    /// <summary>What the case's date is for; the reply itself where two fall on one day.</summary>
    public DeadlineKind? DueFor => Deadlines.Where(line => line.IsOpen && line.DueOn == Case.DueOn && line.Nature != DeadlineNature.Internal).OrderBy(line => line.Kind != DeadlineKind.Reply)
        .Select(line => (DeadlineKind?)line.Kind).FirstOrDefault();

    /// <summary>The department has objected to the allocation in force; it may not a second time.</summary>
    public bool IsObjectedTo => Allocations.LastOrDefault(row => row.Decision == AllocationDecision.Approved) is { } approved && Objections.Any(objection => objection.AllocationId == approved.Id);

    /// <summary>Who can be named for a part of the work, by name.</summary>
    public IReadOnlyList<Person> Staff => [.. People.Values.Where(person => !person.IsDisabled && person.Duties.Includes(Duties.Staff)).OrderBy(person => person.DisplayName, StringComparer.Ordinal)];

    public string NameOf(Guid? person) => person is { } id && People.TryGetValue(id, out var known) ? known.DisplayName : "—";

    public string NameOf(DepartmentId? department) => department is { } id && Departments.TryGetValue(id, out var name) ? name : "—";

    private static bool IsOnHold(Step step) => step.WorkItems.Count > 0 && step.WorkItems.TrueForAll(item => item.State == WorkItemState.Held);
}

public sealed record FileEntry(FileId Id, string Name, string ContentType, int Size, string? AttachedTo, Guid UploadedById, DateTimeOffset UploadedAt)
{
    /// <summary>Struck out, by a correction; it stays readable.</summary>
    public DateOnly? VoidedOn { get; init; }

    public string VoidReason { get; init; } = "";

    public FileId? ReplacedById { get; init; }
}

/// <summary>Reads a case file. A case has tens of rows in each list; the lists are read whole, one query each.</summary>
public sealed class CaseFileQuery(ProposalsDbContext db)
{
    /// <summary>A case far beyond any real one still opens.</summary>
    private const int MostEntries = 1000;

    public async Task<CaseFile?> FindAsync(CaseVisibility visibility, CaseId id, CancellationToken cancellationToken)
    {
        var subject = await visibility.FilterFew(db.Cases.AsNoTracking().Where(known => known.Id == id)).AsSplitQuery().Include(known => known.Proposers.OrderBy(proposer => proposer.Position))
            .Include(known => known.Units.OrderBy(unit => unit.Id)).Include(known => known.CoDepartments.OrderBy(named => named.Id))
            .FirstOrDefaultAsync(cancellationToken);
        if (subject is null)
        {
            return null;
        }

        var chain = Acts.CaseActs.SubjectOf(id);
        return new CaseFile
        {
            Case = subject,
            Allocations = await db.Allocations.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken),
            Tenures = await db.HandlerTenures.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken),
            Returns = await db.ReturnRequests.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken),
            AddedUnits = await db.AddUnitRequests.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken),
            Objections = await db.AllocationObjections.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken),
            Plans = await db.HandlingPlans.AsNoTracking().Include(plan => plan.Measures.OrderBy(measure => measure.Position)).Where(row => row.CaseId == id).OrderBy(row => row.Version).ToListAsync(cancellationToken),
            Corrections = await db.Corrections.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken),
            Consultations = await db.Consultations.AsNoTracking().AsSplitQuery().Include(held => held.Proofs).Include(held => held.ProposersPresent).Include(held => held.StaffPresent)
                .Where(held => held.CaseId == id).OrderBy(held => held.Number).ToListAsync(cancellationToken),
            Overrides = await db.GateOverrides.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken),
            Replies = await db.Replies.AsNoTracking().AsSplitQuery().Include(reply => reply.Versions.OrderBy(version => version.Number))
                .Include(reply => reply.Reviews.OrderBy(review => review.Id)).Include(reply => reply.Deliveries.OrderBy(delivery => delivery.Id))
                .Include(reply => reply.Copies.OrderBy(copy => copy.Id))
                .Where(reply => reply.CaseId == id).OrderBy(reply => reply.Round).ToListAsync(cancellationToken),
            Forms = await db.FeedbackForms.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken),
            Rounds = await db.HandlingRounds.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.Number).ToListAsync(cancellationToken),
            Commitments = await db.Commitments.AsNoTracking().Include(row => row.Progress.OrderBy(progress => progress.Id)).Where(row => row.CaseId == id).OrderBy(row => row.Position).ToListAsync(cancellationToken),
            SecondReplies = await db.SecondReplies.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken),
            ClassChanges = await db.ClassChanges.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken),
            Urgings = await db.Urgings.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken),
            Deadlines = await db.Deadlines.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.DueOn).ToListAsync(cancellationToken),
            Times = new CaseTimes(
                subject.HasPauses ? await db.ClockPauses.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken) : [],
                await db.ExtensionRequests.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken)),
            OpenOrders = await OrderQuery.Open(db).AsNoTracking().Where(order => order.CaseId == id).OrderBy(order => order.Id).ToListAsync(cancellationToken),
            Steps = await db.Steps.AsNoTracking().Include(step => step.WorkItems).Where(row => row.CaseId == id).OrderBy(row => row.Id).Take(MostEntries).ToListAsync(cancellationToken),
            Files = await db.Files.AsNoTracking().Where(file => file.CaseId == id && file.AttachedTo != null).OrderBy(file => file.Id)
                .Select(file => new FileEntry(file.Id, file.Name, file.ContentType, file.Size, file.AttachedTo, file.UploadedById, file.UploadedAt)
                {
                    VoidedOn = file.VoidedOn,
                    VoidReason = file.VoidReason,
                    ReplacedById = file.ReplacedById,
                }).ToListAsync(cancellationToken),
            Trail = await db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == chain).OrderBy(entry => entry.Number).Take(MostEntries).ToListAsync(cancellationToken),
            People = await db.Users.AsNoTracking().ToDictionaryAsync(person => person.Id, cancellationToken),
            Departments = await db.Departments.AsNoTracking().ToDictionaryAsync(department => department.Id, department => department.Name, cancellationToken),
            Incidents = await db.Incidents.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.RaisedAt).ThenBy(row => row.Id).Take(MostEntries).ToListAsync(cancellationToken),
            Timers = await db.Timers.AsNoTracking().Where(row => row.CaseId == id && row.State == WaitState.Waiting).OrderBy(row => row.DueAt).Take(MostEntries).ToListAsync(cancellationToken),
            OutsideTasks = await db.OutsideTasks.AsNoTracking().Where(row => row.CaseId == id && row.State == WaitState.Waiting).OrderBy(row => row.WantedAt).Take(MostEntries).ToListAsync(cancellationToken),
        };
    }
}
