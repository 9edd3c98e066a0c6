using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Proposals.People;

namespace Proposals.Persistence;

/// <summary>One database is one bureau. Two thin subclasses give each provider its own migrations.</summary>
public abstract class ProposalsDbContext(DbContextOptions options)
    : IdentityUserContext<Person, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<Department> Departments => Set<Department>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ProposalsDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMomentConverter>();
        configurationBuilder.Properties<DepartmentId>().HaveConversion<EntityIdConverter<DepartmentId>>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(Lengths.Code);
        configurationBuilder.Properties<Duty>().HaveConversion<int>();
    }
}

public sealed class SqliteProposalsDbContext(DbContextOptions<SqliteProposalsDbContext> options) : ProposalsDbContext(options);

public sealed class PostgresProposalsDbContext(DbContextOptions<PostgresProposalsDbContext> options) : ProposalsDbContext(options);
