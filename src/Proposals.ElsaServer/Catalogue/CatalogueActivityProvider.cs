using System.Text.Json;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Proposals.ElsaServer.Signing;

namespace Proposals.ElsaServer.Catalogue;

/// <summary>Gives Elsa the product's activities. Elsa asks at start, and again whenever its registry is refreshed.</summary>
internal sealed partial class CatalogueActivityProvider(WebLink web, KnownActivities known, ActivityDescription description, ILogger<CatalogueActivityProvider> logger)
    : ITenantAgnosticActivityProvider
{
    public async ValueTask<IEnumerable<ActivityDescriptor>> GetDescriptorsAsync(CancellationToken cancellationToken = default)
    {
        var entries = await ReadAsync(cancellationToken);
        return entries.Where(entry => entry.Kind is not EntryKind.Flow).Select(description.Of).ToList();
    }

    // Without a first catalogue no definition can run, so the start fails and the supervisor starts us again;
    // later the one read last is better than none.
    private async Task<IReadOnlyCollection<CatalogueEntry>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var document = await web.ReadCatalogueAsync(cancellationToken);
            known.Replace(document.Activities);
            Log.Read(logger, document.Activities.Count);
            return document.Activities;
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or TaskCanceledException && known.All is not null && !cancellationToken.IsCancellationRequested)
        {
            Log.KeptTheLast(logger, failure);
            return known.All;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Read {Count} activities from Web's catalogue")]
        public static partial void Read(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "Web's catalogue could not be read again; the one read last stays in use")]
        public static partial void KeptTheLast(ILogger logger, Exception failure);
    }
}
