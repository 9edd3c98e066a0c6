using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Proposals.Assignment;
using Proposals.Audit;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Designer;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Incidents;
using Proposals.Intake;
using Proposals.People;
using Proposals.Reply;
using Proposals.Timers;

namespace Proposals.Persistence;

/// <summary>One database is one bureau. Two thin subclasses give each provider its own migrations.</summary>
public abstract class ProposalsDbContext(DbContextOptions options)
    : IdentityUserContext<Person, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<BureauSettings> Bureau => Set<BureauSettings>();

    public DbSet<Department> Departments => Set<Department>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<ImportMapping> ImportMappings => Set<ImportMapping>();

    public DbSet<WorkflowDefinitionVersion> WorkflowDefinitions => Set<WorkflowDefinitionVersion>();

    public DbSet<ShippedDefinition> ShippedDefinitions => Set<ShippedDefinition>();

    public DbSet<ProposalCase> Cases => Set<ProposalCase>();

    public DbSet<WorkflowInstance> WorkflowInstances => Set<WorkflowInstance>();

    public DbSet<WorkflowIncident> Incidents => Set<WorkflowIncident>();

    public DbSet<MissedAnswer> MissedAnswers => Set<MissedAnswer>();

    public DbSet<OutsideTask> OutsideTasks => Set<OutsideTask>();

    public DbSet<WorkflowTimer> Timers => Set<WorkflowTimer>();

    public DbSet<Step> Steps => Set<Step>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<FormDraft> FormDrafts => Set<FormDraft>();

    public DbSet<InternalAllocation> Allocations => Set<InternalAllocation>();

    public DbSet<HandlerTenure> HandlerTenures => Set<HandlerTenure>();

    public DbSet<CaseUnit> CaseUnits => Set<CaseUnit>();

    public DbSet<CoDepartment> CoDepartments => Set<CoDepartment>();

    public DbSet<ReturnRequest> ReturnRequests => Set<ReturnRequest>();

    public DbSet<AddUnitRequest> AddUnitRequests => Set<AddUnitRequest>();

    public DbSet<AllocationObjection> AllocationObjections => Set<AllocationObjection>();

    public DbSet<HandlingPlan> HandlingPlans => Set<HandlingPlan>();

    public DbSet<PlanMeasure> PlanMeasures => Set<PlanMeasure>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<HeldConsultation> Consultations => Set<HeldConsultation>();

    public DbSet<GateOverride> GateOverrides => Set<GateOverride>();

    public DbSet<WrittenReply> Replies => Set<WrittenReply>();

    public DbSet<ReplyVersion> ReplyVersions => Set<ReplyVersion>();

    public DbSet<ReplyReview> ReplyReviews => Set<ReplyReview>();

    public DbSet<ReplyDelivery> ReplyDeliveries => Set<ReplyDelivery>();

    public DbSet<ReplyCopy> ReplyCopies => Set<ReplyCopy>();

    public DbSet<DocumentSeries> DocumentSeries => Set<DocumentSeries>();

    public DbSet<FeedbackForm> FeedbackForms => Set<FeedbackForm>();

    public DbSet<HandlingRound> HandlingRounds => Set<HandlingRound>();

    public DbSet<Commitment> Commitments => Set<Commitment>();

    public DbSet<CommitmentProgress> CommitmentProgress => Set<CommitmentProgress>();

    public DbSet<SecondReply> SecondReplies => Set<SecondReply>();

    public DbSet<ClassChange> ClassChanges => Set<ClassChange>();

    public DbSet<Urging> Urgings => Set<Urging>();

    public DbSet<Deadline> Deadlines => Set<Deadline>();

    public DbSet<Rung> Rungs => Set<Rung>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NoticeMessage> NoticeMessages => Set<NoticeMessage>();

    public DbSet<NoticePost> NoticePosts => Set<NoticePost>();

    public DbSet<ReceivedMessage> ReceivedMessages => Set<ReceivedMessage>();

    public DbSet<SupervisionOrder> SupervisionOrders => Set<SupervisionOrder>();

    public DbSet<RulesState> RulesState => Set<RulesState>();

    public DbSet<StoredProfile> RuleProfiles => Set<StoredProfile>();

    public DbSet<StoredCalendarYear> CalendarYears => Set<StoredCalendarYear>();

    public DbSet<OwnDay> OwnDays => Set<OwnDay>();

    public DbSet<ClockPause> ClockPauses => Set<ClockPause>();

    public DbSet<ExtensionRequest> ExtensionRequests => Set<ExtensionRequest>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Rows that were read or added in this act. The set's own Local would look through all of them for changes each time it is asked.</summary>
    public IEnumerable<TRow> InHand<TRow>()
        where TRow : class
    {
        var looks = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return Set<TRow>().Local;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ProposalsDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMomentConverter>();
        configurationBuilder.Properties<DepartmentId>().HaveConversion<EntityIdConverter<DepartmentId>>();
        configurationBuilder.Properties<CaseId>().HaveConversion<EntityIdConverter<CaseId>>();
        configurationBuilder.Properties<FileId>().HaveConversion<EntityIdConverter<FileId>>();
        configurationBuilder.Properties<StepId>().HaveConversion<EntityIdConverter<StepId>>();
        configurationBuilder.Properties<ConsultationId>().HaveConversion<EntityIdConverter<ConsultationId>>();
        configurationBuilder.Properties<ReplyId>().HaveConversion<EntityIdConverter<ReplyId>>();
        configurationBuilder.Properties<CommitmentId>().HaveConversion<EntityIdConverter<CommitmentId>>();
        configurationBuilder.Properties<DeadlineId>().HaveConversion<EntityIdConverter<DeadlineId>>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(Lengths.Code);
        configurationBuilder.Properties<Duty>().HaveConversion<int>();
    }
}

public sealed class SqliteProposalsDbContext(DbContextOptions<SqliteProposalsDbContext> options) : ProposalsDbContext(options);

public sealed class PostgresProposalsDbContext(DbContextOptions<PostgresProposalsDbContext> options) : ProposalsDbContext(options);
