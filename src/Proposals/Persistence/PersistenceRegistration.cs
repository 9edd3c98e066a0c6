using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.Extensions.DependencyInjection;

namespace Proposals.Persistence;

public static class PersistenceRegistration
{
    /// <summary>A connection string with a host is PostgreSQL; anything else is the path of an embedded SQLite file.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, string connection)
    {
        services.AddSingleton(_ => new WriteTurn(oneAtATime: !IsPostgres(connection)));
        if (IsPostgres(connection))
        {
            var living = new LivingConnections();
            services.AddDbContextPool<PostgresProposalsDbContext>(options => Quiet(options.UseNpgsql(connection).AddInterceptors(living)));
            services.AddScoped<ProposalsDbContext>(provider => provider.GetRequiredService<PostgresProposalsDbContext>());
        }
        else
        {
            services.AddDbContextPool<SqliteProposalsDbContext>((provider, options) =>
                Quiet(options.UseSqlite(connection).AddInterceptors(new SqliteDurability(), new SavesInTurn(provider.GetRequiredService<WriteTurn>()))
                    .ReplaceService<IModificationCommandBatchFactory, SqliteBatches>()));
            services.AddScoped<ProposalsDbContext>(provider => provider.GetRequiredService<SqliteProposalsDbContext>());
        }

        return services;
    }

    /// <summary>A database beside the product's own, for whoever copies databases. To be disposed by whoever asks.</summary>
    public static ProposalsDbContext Open(string connection)
    {
        if (IsPostgres(connection))
        {
            var server = new DbContextOptionsBuilder<PostgresProposalsDbContext>();
            Quiet(server.UseNpgsql(connection));
            return new PostgresProposalsDbContext(server.Options);
        }

        var file = new DbContextOptionsBuilder<SqliteProposalsDbContext>();
        Quiet(file.UseSqlite(connection).AddInterceptors(new SqliteDurability()));
        return new SqliteProposalsDbContext(file.Options);
    }

    /// <summary>Counters stop at their limit; which rows they counted up to there says nothing, so they need no order.</summary>
    private static void Quiet(DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    public static bool IsPostgres(string connection) => connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}
