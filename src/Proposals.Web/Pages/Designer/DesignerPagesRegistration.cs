namespace Proposals.Web.Pages.Designer;

public static class DesignerPagesRegistration
{
    public static IServiceCollection AddDesignerPages(this IServiceCollection services)
    {
        services.AddScoped<DesignerWords>();
        services.AddScoped<ChangeWords>();
        services.AddScoped<DefinitionViews>();
        return services;
    }
}
