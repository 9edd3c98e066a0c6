using Proposals.Inbox;
using Proposals.Workflows.Catalogue;
using static Proposals.Inbox.StepCatalogue;

namespace Proposals.Handling;

internal static class PlanSteps
{
    public const string Draft = "Proposals.DraftPlan";
    public const string Approve = "Proposals.ApprovePlan";

    public static IReadOnlyList<string> Both { get; } = [Draft, Approve];

    public static IReadOnlyList<ActivityDescriptor> All { get; } =
    [
        Human("DraftPlan", "制定办理方案", "Draft the handling plan", "list-ol",
            Port("Submitted", "已报送", "Submitted", nameof(SubmitPlan)),
            Port("NotNeeded", "不再制定", "No longer needed", nameof(WaivePlan))),
        Human("ApprovePlan", "审定办理方案", "Approve the handling plan", "check2-square",
            Port("Approved", "同意", "Approved", nameof(ApprovePlan)),
            Port("SentBack", "退回修改", "Sent back", nameof(ApprovePlan))),
    ];
}
