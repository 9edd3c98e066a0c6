namespace Proposals.Web.Hosting;

public static class ListenAddress
{
    /// <summary>In code, not in appsettings.json: a value there would win over ASPNETCORE_URLS, which is what containers set.</summary>
    public static void ListenByDefaultOn(this WebApplicationBuilder builder, string address)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
            builder.WebHost.UseUrls(address);
    }
}
