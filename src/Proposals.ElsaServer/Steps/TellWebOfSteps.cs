using Elsa.Mediator.Contracts;
using Elsa.Workflows.Runtime.Notifications;
using Hangfire;
using Proposals.ElsaServer.Jobs;

namespace Proposals.ElsaServer.Steps;

/// <summary>Hands every new wait to Hangfire, which tells Web and repeats until Web has taken it.</summary>
/// <remarks>Elsa holds this notification back until the instance is committed. A process that dies in between is made good by <see cref="TellWaitingSteps"/>.</remarks>
internal sealed class TellWebOfSteps(IBackgroundJobClient jobs) : INotificationHandler<WorkflowBookmarksIndexed>
{
    public Task HandleAsync(WorkflowBookmarksIndexed notification, CancellationToken cancellationToken)
    {
        foreach (var bookmark in notification.IndexedWorkflowBookmarks.AddedBookmarks.Where(added => added.Name == HumanStep.BookmarkName))
            jobs.Enqueue<TellStepWanted>(job => job.RunAsync(bookmark.Id, CancellationToken.None));

        return Task.CompletedTask;
    }
}
