using System.Text.Json.Nodes;
using Elsa.Workflows;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Entities;
using Elsa.Workflows.Runtime.Filters;
using Elsa.Workflows.Runtime.Options;
using Proposals.ElsaServer.Catalogue;

namespace Proposals.ElsaServer.Steps;

/// <summary>An act of the product that answers a waiting step.</summary>
/// <param name="AnswerId">Made by Web once per answer; a repeated one changes nothing.</param>
internal sealed record StepAnswer(string AnswerId, string WaitId, string Port)
{
    public JsonObject Facts { get; init; } = [];

    public JsonObject Outputs { get; init; } = [];
}

internal enum AnswerOutcome
{
    /// <summary>The wait is over: its bookmark was seen to be gone.</summary>
    Moved,

    /// <summary>This very answer moved the step before.</summary>
    AlreadyAnswered,

    /// <summary>Nothing waits under this id: not yet, no longer, or it was answered by another answer.</summary>
    NotWaiting,

    PortUnknown,

    /// <summary>The id belongs to the answer of another wait.</summary>
    AnswerIdTaken,

    /// <summary>The instance has ended, and Elsa has left the bookmark behind.</summary>
    InstanceEnded,

    /// <summary>Elsa took the answer and the step still waits: worth another try.</summary>
    StillWaiting,
}

internal sealed class AnswerStep(IBookmarkStore bookmarks, IWorkflowResumer resumer, RememberedAnswers answers, KnownActivities known)
{
    public async Task<AnswerOutcome> HandleAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        if (await answers.WaitOfAsync(answer.AnswerId, cancellationToken) is { } answered)
            return answered == answer.WaitId ? AnswerOutcome.AlreadyAnswered : AnswerOutcome.AnswerIdTaken;

        var waiting = new BookmarkFilter { BookmarkId = answer.WaitId, Name = HumanStep.BookmarkName };
        if (await bookmarks.FindAsync(waiting, cancellationToken) is not { } bookmark)
            return AnswerOutcome.NotWaiting;
        if (!Offers(bookmark, answer.Port))
            return AnswerOutcome.PortUnknown;

        // Elsa locks this very filter across nodes: of two answers at once, the second finds no bookmark and gets no response.
        var responses = (await resumer.ResumeAsync(waiting, new ResumeBookmarkOptions { Input = Input(answer) }, cancellationToken)).ToList();
        if (responses.Count == 0)
            return AnswerOutcome.NotWaiting;

        // A response is no proof: for an instance that is not running Elsa answers as well, and does nothing.
        if (await bookmarks.FindAsync(waiting, cancellationToken) is not null)
            return responses.Exists(response => response.Status is WorkflowStatus.Finished) ? AnswerOutcome.InstanceEnded : AnswerOutcome.StillWaiting;

        await answers.RememberAsync(answer.AnswerId, answer.WaitId, cancellationToken);
        return AnswerOutcome.Moved;
    }

    private bool Offers(StoredBookmark bookmark, string port) =>
        bookmark.Metadata is not null
        && bookmark.Metadata.TryGetValue(HumanStep.WantedKey, out var wanted)
        && known.Offers(StepWanted.FromJson(wanted).ActivityType, port);

    private static Dictionary<string, object> Input(StepAnswer answer) => new()
    {
        [HumanStep.PortInput] = answer.Port,
        [HumanStep.OutputsInput] = answer.Outputs.ToJsonString(),
        [CaseFacts.Input] = answer.Facts.ToJsonString(),
    };
}
