#if SCAFFOLD_MIGRATIONS
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Proposals.Persistence;

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteProposalsDbContext>
{
    public static void Main()
    {
    }

    public SqliteProposalsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteProposalsDbContext>().UseSqlite("Data Source=:memory:").Options);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresProposalsDbContext>
{
    public PostgresProposalsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresProposalsDbContext>().UseNpgsql("Host=localhost").Options);
}
#endif
