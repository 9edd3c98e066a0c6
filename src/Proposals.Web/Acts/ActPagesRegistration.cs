namespace Proposals.Web.Acts;

public static class ActPagesRegistration
{
    public static IServiceCollection AddActPages(this IServiceCollection services)
    {
        services.AddScoped<ActDesk>();
        services.AddSingleton<RefusalWords>();
        services.AddSingleton<Pages.Reply.ReplyWording>();
        return services;
    }
}
