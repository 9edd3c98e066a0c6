namespace Proposals.Web.Pages.People;

public static class PeoplePagesRegistration
{
    public static IServiceCollection AddPeoplePages(this IServiceCollection services)
    {
        services.AddScoped<PeopleList>();
        services.AddScoped<ChainList>();
        return services;
    }
}
