using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Deadlines;
using Proposals.Designer;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Incidents;
using Proposals.Intake;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Statistics;
using Proposals.Timers;

namespace Proposals;

public static class ProposalsRegistration
{
    /// <summary>The product without its face, in the open: no scanning.</summary>
    public static IServiceCollection AddProposals(this IServiceCollection services, string connection)
    {
        services.AddPersistence(connection);
        services.AddSingleton<OfficeRules>();
        services.AddScoped<RuleShelf>();
        services.AddScoped<RuleActs>();
        services.AddSingleton<Redating>();
        services.AddScoped<RungDesk>();
        services.AddSingleton<RungSweep>();
        services.AddScoped<ClaimedRungs>();
        services.AddScoped<RungQuery>();
        services.AddScoped<OrderQuery>();
        services.AddScoped<NoticeQuery>();
        services.AddScoped<NoticeComposing>();
        services.AddScoped<NoticePosting>();
        services.AddScoped<ChannelQuery>();
        services.AddSingleton<NoticeDispatch>();
        services.AddSingleton(StepCatalogue.Activities);
        services.AddSingleton<PublishedDefinitions>();
        services.AddScoped<AuditBook>();
        services.AddScoped<DefinitionShelf>();
        services.AddScoped<DefinitionQuery>();
        services.AddScoped<StepBook>();
        services.AddScoped<TimerBook>();
        services.AddScoped<OutsideTaskBook>();
        services.AddScoped<IncidentBook>();
        services.AddScoped<DrawnActivities>();
        services.AddScoped<ToldEvents>();
        services.AddScoped<IWorkflowTold, WorkflowTold>();
        services.AddScoped<IWorkflowEngine, EmbeddedEngine>();
        services.AddScoped<ActRecording>();
        services.AddScoped<CaseActs>();
        services.AddSingleton<TimerSweep>();
        services.AddScoped<Intake.TakeOver.LedgerTakeOver>();
        services.AddScoped<PeopleActs>();
        services.AddScoped<People.Roster.PeopleListReader>();

        // What a sign-in name may be stands in UserNames: Identity's own list knows no Chinese letters.
        services.Configure<Microsoft.AspNetCore.Identity.IdentityOptions>(options => options.User.AllowedUserNameCharacters = "");
        services.AddScoped<FileCabinet>();
        services.AddScoped<Outbox>();
        services.AddScoped<LedgerQuery>();
        services.AddScoped<CaseFileQuery>();
        services.AddScoped<InboxQuery>();
        services.AddScoped<MeetingSheetQuery>();
        services.AddScoped<IncidentQuery>();
        services.AddScoped<FormDrafts>();
        services.AddScoped<ImportMappings>();
        services.AddScoped<ListImport>();
        services.AddScoped<FigureQuery>();
        services.AddScoped<OpenDeadlineQuery>();
        services.AddScoped<FeedQuery>();
        services.AddScoped<FollowUp.CommitmentQuery>();
        services.AddScoped<Assignment.HandoverQuery>();
        services.AddScoped<Operations.Watchdog>();
        services.AddScoped<Operations.DateRebuild>();
        services.AddScoped<Operations.StandingQuery>();
        services.AddScoped<Operations.IDatabaseCopy>(_ => PersistenceRegistration.IsPostgres(connection) ? new Operations.PostgresCopy(connection) : new Operations.SqliteCopy(connection));
        services.AddScoped<Operations.BackupDesk>();
        services.AddScoped<Operations.RestoreDesk>();
        return services;
    }
}
