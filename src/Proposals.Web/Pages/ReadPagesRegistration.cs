using Proposals.Web.Pages.Corrections;
using Proposals.Web.Pages.Handling;
using Proposals.Web.Pages.Inbox;
using Proposals.Web.Pages.Incidents;
using Proposals.Web.Pages.Intake;

namespace Proposals.Web.Pages;

public static class ReadPagesRegistration
{
    /// <summary>What the pages that only show need beyond the queries.</summary>
    public static IServiceCollection AddReadPages(this IServiceCollection services)
    {
        services.AddSingleton<StepWords>();
        services.AddSingleton<TodoWords>();
        services.AddScoped<DepartmentNames>();
        services.AddScoped<LateElsewhere>();
        services.AddScoped<CopiesToSend>();
        services.AddSingleton<CopyWords>();
        services.AddScoped<SetupList>();
        services.AddScoped<Setup.SetupSteps>();
        services.AddSingleton<DeadlineWords>();
        services.AddScoped<SumWords>();
        services.AddScoped<Deadlines.NoticeWords>();
        services.AddScoped<Deadlines.SlipFiller>();
        services.AddScoped<Deadlines.FeedWords>();
        services.AddSingleton<Rules.MovedWords>();
        services.AddScoped<Rules.ProfileWords>();
        services.AddScoped<Rules.LadderWords>();
        services.AddScoped<Rules.WrittenTerms>();
        services.AddSingleton<IncidentWords>();
        services.AddScoped<TrailWords>();
        services.AddScoped<FollowUp.CommitmentWords>();
        services.AddScoped<UnfinishedElsewhere>();
        services.AddScoped<CorrectionWords>();
        services.AddScoped<LedgerLines>();
        services.AddScoped<ImportWords>();
        return services;
    }
}
