using Microsoft.Extensions.DependencyInjection;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Deadlines;
using Proposals.Designer;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Statistics;

namespace Proposals;

public static class ProposalsRegistration
{
    /// <summary>The product without its face, in the open: no scanning.</summary>
    public static IServiceCollection AddProposals(this IServiceCollection services, string connection)
    {
        services.AddPersistence(connection);
        services.AddSingleton<OfficeRules>();
        services.AddSingleton(StepCatalogue.Activities);
        services.AddSingleton<PublishedDefinitions>();
        services.AddScoped<AuditBook>();
        services.AddScoped<DefinitionShelf>();
        services.AddScoped<DefinitionQuery>();
        services.AddScoped<StepBook>();
        services.AddScoped<IWorkflowTold>(provider => provider.GetRequiredService<StepBook>());
        services.AddScoped<IWorkflowEngine, EmbeddedEngine>();
        services.AddScoped<CaseActs>();
        services.AddScoped<PeopleActs>();
        services.AddScoped<FileCabinet>();
        services.AddScoped<Outbox>();
        services.AddScoped<LedgerQuery>();
        services.AddScoped<CaseFileQuery>();
        services.AddScoped<InboxQuery>();
        services.AddScoped<FormDrafts>();
        services.AddScoped<FigureQuery>();
        return services;
    }
}
