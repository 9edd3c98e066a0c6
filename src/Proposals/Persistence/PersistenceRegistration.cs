using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Proposals.Persistence;

public static class PersistenceRegistration
{
    /// <summary>A connection string with a host is PostgreSQL; anything else is the path of an embedded SQLite file.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, string connection)
    {
        if (IsPostgres(connection))
        {
            services.AddDbContext<PostgresProposalsDbContext>(options => options.UseNpgsql(connection));
            services.AddScoped<ProposalsDbContext>(provider => provider.GetRequiredService<PostgresProposalsDbContext>());
        }
        else
        {
            services.AddDbContext<SqliteProposalsDbContext>(options => options.UseSqlite(connection).AddInterceptors(new SqliteDurability()));
            services.AddScoped<ProposalsDbContext>(provider => provider.GetRequiredService<SqliteProposalsDbContext>());
        }

        return services;
    }

    public static bool IsPostgres(string connection) => connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}
