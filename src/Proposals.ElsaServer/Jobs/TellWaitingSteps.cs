using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Filters;
using Hangfire;
using Proposals.ElsaServer.Steps;

namespace Proposals.ElsaServer.Jobs;

/// <summary>Once an hour every wait is told again. Web knows the ones it has; those that a crash or a restored backup lost come back.</summary>
internal sealed class TellWaitingSteps(IBookmarkStore bookmarks, IBackgroundJobClient jobs)
{
    public const string Id = "tell-waiting-steps";

    [DisableConcurrentExecution(60)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var waiting = await bookmarks.FindManyAsync(new BookmarkFilter { Name = HumanStep.BookmarkName }, cancellationToken);
        foreach (var bookmark in waiting)
            jobs.Enqueue<TellStepWanted>(job => job.RunAsync(bookmark.Id, CancellationToken.None));
    }
}
