using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Designer;
using Proposals.Persistence;
using Proposals.Web.Demo;

namespace Proposals.Web.Hosting;

public static class Database
{
    /// <summary>As long as a person looks at a form that was sent. A file that another program holds for longer is busy, and the form says so.</summary>
    private const int LongestWaitSeconds = 10;

    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var connection = builder.Configuration.GetConnectionString("Proposals")
            ?? throw new StartException("ConnectionStrings:Proposals is empty; name a SQLite file (Data Source=...) or a PostgreSQL server (Host=...).");
        builder.Services.AddProposals(Locate(connection, builder.Environment.ContentRootPath));

        // The abstract context is enough: the repository only asks the container for it, whichever provider stands behind.
        builder.Services.AddDataProtection().SetApplicationName("Proposals").PersistKeysToDbContext<ProposalsDbContext>();
    }

    public static async Task MigrateAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(app);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProposalsDbContext>();
        var database = db.Database;

        // Older code on a newer database would write rows that the newer one cannot read.
        if (await database.CanConnectAsync(cancellationToken) && (await database.GetAppliedMigrationsAsync(cancellationToken)).Except(database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault() is { } newer)
            throw new StartException($"The database of ConnectionStrings:Proposals was brought to '{newer}' by a newer version of the product. Start that version, or restore a backup of this one.");
        await DatabaseUpgrade.RunAsync(db, cancellationToken);
    }

    /// <summary>What a database needs before the first request: tables, the shipped workflows, and either the demo bureau or one account to begin with.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(app);
        await app.MigrateAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<ProposalsDbContext>();
        var clock = services.GetRequiredService<TimeProvider>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "*.json").Order(StringComparer.Ordinal))
        {
            await services.GetRequiredService<PublishedDefinitions>()
                .AdoptAsync(db, await File.ReadAllTextAsync(file, cancellationToken), app.Environment.IsDevelopment(), clock.GetUtcNow(), cancellationToken);
        }

        await services.GetRequiredService<RuleActs>().AdoptShippedAsync(clock.GetUtcNow(), cancellationToken);
        await services.GetRequiredService<RuleShelf>().RefreshAsync(OfficeClock.Day(clock.GetUtcNow()), cancellationToken);
        await services.GetRequiredService<Redating>().RunAsync(clock.GetUtcNow(), cancellationToken);
        if (clock is DemoClock demo)
        {
            await demo.CatchUpAsync(db, cancellationToken);
            await ActivatorUtilities.CreateInstance<DemoBureau>(services).BuildAsync(clock.GetUtcNow(), cancellationToken);
            return;
        }

        await ActivatorUtilities.CreateInstance<FirstAdmin>(services).CreateAsync(clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>A relative SQLite path means beside the product, wherever the process was started from.</summary>
    private static string Locate(string connection, string contentRoot)
    {
        if (PersistenceRegistration.IsPostgres(connection))
            return connection;
        var sqlite = new SqliteConnectionStringBuilder(connection);
        if (sqlite.DataSource is "" or ":memory:")
            return connection;
        sqlite.DataSource = Path.GetFullPath(sqlite.DataSource, contentRoot);
        if (!sqlite.ShouldSerialize("Default Timeout"))
            sqlite.DefaultTimeout = LongestWaitSeconds;
        var folder = Path.GetDirectoryName(sqlite.DataSource) ?? contentRoot;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The folder {folder} of ConnectionStrings:Proposals cannot be made: {failure.Message}");
        }

        return sqlite.ConnectionString;
    }
}
