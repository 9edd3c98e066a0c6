using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Filters;
using Proposals.ElsaServer.Signing;
using Proposals.ElsaServer.Steps;

namespace Proposals.ElsaServer.Jobs;

/// <summary>Tells Web of one wait. The job carries the id only, so that Hangfire's tables and dashboard show nothing of the case.</summary>
internal sealed class TellStepWanted(IBookmarkStore bookmarks, WebLink web)
{
    public async Task RunAsync(string waitId, CancellationToken cancellationToken)
    {
        var bookmark = await bookmarks.FindAsync(new BookmarkFilter { BookmarkId = waitId, Name = HumanStep.BookmarkName }, cancellationToken);
        if (bookmark?.Metadata is { } metadata)
            await web.TellAsync(WebLink.StepWantedPath, metadata[HumanStep.WantedKey], cancellationToken);
    }
}
