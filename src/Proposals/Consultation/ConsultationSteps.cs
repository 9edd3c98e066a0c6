using Proposals.Workflows.Catalogue;
using static Proposals.Inbox.StepCatalogue;

namespace Proposals.Consultation;

internal static class ConsultationSteps
{
    public const string Record = "Proposals.RecordConsultation";
    public const string Enough = "Proposals.ConsultationsEnough";

    public static IReadOnlyList<ActivityDescriptor> All { get; } =
    [
        Human("RecordConsultation", "面商", "Consultation", "chat-dots", Port("Held", "已面商", "Held", nameof(RecordConsultation))),
        new ActivityDescriptor(Enough, ActivityKind.Decider, new BilingualText("面商是否充分", "Enough consultations?"))
        {
            Category = "判断",
            Icon = "question-diamond",
            Ports = [new PortDescriptor("Enough", new BilingualText("面商充分", "Enough")), new PortDescriptor("NotYet", new BilingualText("继续面商", "Not yet"))],
            Decide = facts => facts.Flag("consultationsEnough") ? "Enough" : "NotYet",
        },
    ];
}
