using Proposals.Workflows.Catalogue;
using static Proposals.Inbox.StepCatalogue;

namespace Proposals.Intake;

internal static class IntakeSteps
{
    public const string Receive = "Proposals.Receive";

    public static IReadOnlyList<ActivityDescriptor> All { get; } =
        [Human("Receive", "签收登记", "Receipt", "inbox", Port("Received", "已签收", "Received", nameof(ReceiveCase)))];
}
