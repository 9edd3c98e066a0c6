using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Workflows.Catalogue;

namespace Proposals.Inbox;

/// <summary>The office's own activities: each slice describes its own, here they stand together.</summary>
public static class StepCatalogue
{
    public static ActivityCatalogue Activities { get; } = new(
    [
        .. IntakeSteps.All,
        .. AssignmentSteps.All,
        .. PlanSteps.All,
        .. ConsultationSteps.All,
        .. ReplySteps.All,
        .. FeedbackSteps.All,
        .. FollowUpSteps.All,
        .. DeadlineSteps.All,
    ]);

    /// <summary>Whether one of the step's outcomes means this act.</summary>
    public static bool AsksFor(string activityType, string act) =>
        Activities.TryFind(activityType, out var activity) && activity.Ports.Any(port => port.Act == act);

    /// <summary>The outcome of a person who agrees: by convention the first.</summary>
    public static string AgreeingPort(string activityType) =>
        Activities.TryFind(activityType, out var activity) ? activity.Ports[0].Name : "Done";

    /// <summary>A step for a person: every one has the same three questions beside its own.</summary>
    internal static ActivityDescriptor Human(string type, string chinese, string english, string icon, params IReadOnlyList<PortDescriptor> ports) =>
        new($"Proposals.{type}", ActivityKind.HumanStep, new BilingualText(chinese, english))
        {
            Category = "办理步骤",
            Icon = icon,
            Ports = ports,
            Inputs =
            [
                new InputDescriptor("who", "String", new BilingualText("由谁办理", "Who"))
                {
                    Required = true,
                    Choices =
                    [
                        new Choice(StepOwners.Office, new BilingualText("办公室", "Office")),
                        new Choice(StepOwners.OfficeDirector, new BilingualText("办公室主任", "Office director")),
                        new Choice(StepOwners.DepartmentHead, new BilingualText("科室负责人", "Department head")),
                        new Choice(StepOwners.Handler, new BilingualText("经办人", "Handler")),
                        new Choice(StepOwners.DeputyLeader, new BilingualText("分管领导", "Deputy leader in charge")),
                        new Choice(StepOwners.LeadingLeader, new BilingualText("领办领导", "Leader who leads the key item")),
                        new Choice(StepOwners.Principal, new BilingualText("主要领导", "Principal leader")),
                        new Choice(StepOwners.NamedLeader, new BilingualText("报请的领导", "Leader named in the request")),
                        new Choice(StepOwners.CoDepartments, new BilingualText("各协办科室负责人", "Heads of the helping departments")),
                    ],
                },
                new InputDescriptor("term", "String", new BilingualText("环节期限", "Term")) { Required = true, DefaultValue = "5wd" },
                new InputDescriptor("instructions", "String", new BilingualText("办理要求", "Instructions")),
                new InputDescriptor("skipSamePerson", "Boolean", new BilingualText("与上一步同一人时跳过", "Skip when the same person did the step before")) { DefaultValue = "false" },
            ],
        };

    internal static PortDescriptor Port(string name, string chinese, string english, string act) => new(name, new BilingualText(chinese, english), act);
}
