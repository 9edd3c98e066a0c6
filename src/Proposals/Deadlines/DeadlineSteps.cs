using Proposals.Workflows.Catalogue;
using static Proposals.Inbox.StepCatalogue;

namespace Proposals.Deadlines;

/// <summary>Of the workflow that an extension is decided by, beside the case's main one.</summary>
internal static class DeadlineSteps
{
    public const string ApproveExtension = "Proposals.ApproveExtension";
    public const string AwaitExtension = "Proposals.AwaitExtensionDecision";
    public const string ExplainExtension = "Proposals.ExplainExtension";

    public static IReadOnlyList<ActivityDescriptor> All { get; } =
    [
        Human("ApproveExtension", "延期报批", "Approve the extension", "calendar-plus",
            Port("Agreed", "同意", "Agreed", nameof(DecideExtension)),
            Port("Disagreed", "不同意", "Disagreed", nameof(DecideExtension))),
        Human("AwaitExtensionDecision", "等待延期答复", "Await the answer to the extension", "hourglass-split",
            Port("Granted", "同意延期", "Granted", nameof(AnswerExtension)),
            Port("Refused", "不同意延期", "Refused", nameof(AnswerExtension))),
        Human("ExplainExtension", "书面说明延期", "Explain the extension in writing", "envelope-paper",
            Port("Explained", "已说明", "Explained", nameof(Deadlines.ExplainExtension))),
    ];
}
