using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Proposals.Designer;
using Proposals.Persistence;

namespace Proposals.Web.Operations;

/// <summary>The database answers a question.</summary>
internal sealed class DatabaseAnswers(ProposalsDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.SqlQueryRaw<int>("SELECT 1 AS \"Value\"").SingleAsync(cancellationToken) == 1 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}

/// <summary>The database has gone through every migration of this version, and none that it does not know.</summary>
internal sealed class SchemaFits(ProposalsDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal).SetEquals(db.Database.GetMigrations()) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}

/// <summary>Each workflow that the office's acts begin by themselves is published.</summary>
internal sealed class WorkflowsPublished(ProposalsDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var published = await db.WorkflowDefinitions.Where(version => version.IsPublished).Select(version => version.DefinitionId).ToListAsync(cancellationToken);
        return OfficeWorkflows.All.IsSubsetOf(published) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }
}
