using Proposals.Workflows.Catalogue;
using static Proposals.Inbox.StepCatalogue;

namespace Proposals.FollowUp;

internal static class FollowUpSteps
{
    public const string FollowUp = "Proposals.FollowUp";
    public const string Archive = "Proposals.CloseAndArchive";

    public static IReadOnlyList<ActivityDescriptor> All { get; } =
    [
        Human("FollowUp", "跟踪落实", "Follow-up", "list-check",
            Port("Cleared", "全部兑现", "All kept", nameof(RecordProgress)),
            Port("Failed", "无法兑现", "Could not be kept", nameof(RecordProgress))),
        Human("CloseAndArchive", "办结归档", "Close and archive", "archive", Port("Archived", "已归档", "Archived", nameof(CloseAndArchive))),
    ];
}
