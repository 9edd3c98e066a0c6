using Microsoft.Extensions.Localization;
using Proposals.FollowUp;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.FollowUp;

/// <summary>How far a promise is, and what each line said about it: kept by the handler's word is not yet cleared by the office.</summary>
public sealed class CommitmentWords(RefusalWords labels, IStringLocalizer<FollowUpText> text)
{
    public string State(Commitment promise) => IsReported(promise) ? labels.Label(CommitmentStage.Reported) : labels.Label(promise.State);

    public string Line(Commitment promise, CommitmentProgress line)
    {
        var isLast = promise.Progress[^1].Id == line.Id;
        return line.State switch
        {
            CommitmentState.Kept when isLast && promise.ClearedById is not null => text["Line_Cleared"],
            CommitmentState.Kept when !isLast || promise.ClearedOn is null => text["Line_Reported"],
            CommitmentState.Failed when isLast && promise.Progress.Count(known => known.State == CommitmentState.Failed) > 1 => text["Line_Explained"],
            _ => labels.Label(line.State),
        };
    }

    /// <summary>Reported kept, and the office has not looked yet.</summary>
    public static bool IsReported(Commitment promise) => promise is { State: CommitmentState.InProgress, ReportedOn: not null };

    /// <summary>The style of its badge.</summary>
    public static string Badge(Commitment promise) =>
        promise.State == CommitmentState.Kept ? "state-over" : promise.State == CommitmentState.Failed || IsReported(promise) ? "state-attention" : "state-open";
}
