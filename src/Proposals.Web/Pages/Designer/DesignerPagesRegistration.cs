namespace Proposals.Web.Pages.Designer;

public static class DesignerPagesRegistration
{
    public static IServiceCollection AddDesignerPages(this IServiceCollection services)
    {
        services.AddScoped<DesignerWords>().AddScoped<ProblemWords>();
        services.AddScoped<ChangeWords>();
        services.AddScoped<ProblemWords>();
        services.AddScoped<DefinitionViews>();
        return services;
    }
}
