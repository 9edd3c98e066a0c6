using System.Security.Cryptography;
using Elsa.Expressions.JavaScript.Options;
using Elsa.Extensions;
using Elsa.Identity.Features;
using Elsa.Persistence.EFCore.Extensions;
using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using Elsa.Workflows.Runtime.Distributed.Extensions;
using Elsa.Workflows.Runtime.Features;
using Medallion.Threading.Postgres;
using Proposals.ElsaServer.Steps;

namespace Proposals.ElsaServer;

internal static class ElsaHost
{
    public static void AddElsaHost(this IServiceCollection services, ElsaStorage storage, string apiKey) => services.AddElsa(elsa => elsa
        .UseIdentity(identity => identity.TokenOptions = tokens => tokens.SigningKey = SigningKeyOfThisRun())
        .UseDefaultAuthentication((DefaultAuthenticationFeature authentication) => authentication.UseAdminApiKey(apiKey))
        .UseWorkflowManagement(management => management.UseEntityFrameworkCore(database =>
        {
            if (storage.IsPostgreSql)
                database.UsePostgreSql(storage.ConnectionString);
            else
                database.UseSqlite(storage.ConnectionString);
        }))
        .UseWorkflowRuntime(runtime => Store(runtime, storage))
        .UseScheduling()
        .UseJavaScript((JintOptions script) => script.ConfigureEngine((engine, context) =>
            engine.SetValue("getFact", new Func<string, object?>(name =>
                context.TryGetWorkflowExecutionContext(out var workflow) ? CaseFacts.Plain(CaseFacts.Of(workflow)[name]) : null))))
        .UseWorkflowsApi());

    // No cache of definitions: another node may have published, and nothing would tell this one.
    private static void Store(WorkflowRuntimeFeature runtime, ElsaStorage storage)
    {
        runtime.UseEntityFrameworkCore(database =>
        {
            if (storage.IsPostgreSql)
                database.UsePostgreSql(storage.ConnectionString);
            else
                database.UseSqlite(storage.ConnectionString);
        });
        if (!storage.IsPostgreSql)
            return;

        runtime.UseDistributedRuntime();
        runtime.DistributedLockProvider = _ => new PostgresDistributedSynchronizationProvider(storage.ConnectionString);
    }

    // Elsa insists on a key for tokens. Nobody signs in here and gets one, so it need not outlive the process.
    private static string SigningKeyOfThisRun() => RandomNumberGenerator.GetHexString(64);
}
