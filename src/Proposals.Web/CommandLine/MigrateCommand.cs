using Proposals.Web.Hosting;

namespace Proposals.Web.CommandLine;

/// <summary><c>-- migrate</c>: brings the database to this version and ends.</summary>
internal static class MigrateCommand
{
    public static bool Asked(string[] args) => args is ["migrate", ..];

    public static async Task<int> RunAsync(WebApplication app)
    {
        await app.MigrateAsync(CancellationToken.None);
        await Console.Out.WriteLineAsync("The database is up to date.");
        return 0;
    }
}
