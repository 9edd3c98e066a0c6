using Proposals.Workflows.Catalogue;

namespace Proposals.Workflows.Tests;

/// <summary>The office's palette, as small as the engine's tests need it.</summary>
internal static class TestCatalogue
{
    public static ActivityCatalogue Office { get; } = new(
    [
        Step("Receive", "Received"),
        Step("ProposeAllocation", "Submitted"),
        Step("ApproveAllocation", "Approved", "SentBack"),
        Step("AcceptAndName", "Accepted", "Objected"),
        Step("RecordConsultation", "Held"),
        Decider("ConsultationsEnough", facts => facts.Count("consultations") >= 2 ? "Enough" : "NotYet", "Enough", "NotYet"),
        Step("DraftReply", "Submitted"),
        Step("ReviewByHead", "Passed", "SentBack"),
        Step("ReviewByOffice", "Passed", "SentBack"),
        Step("ReviewByDeputy", "Signed", "SentBack"),
        Decider("PrincipalSigns", facts => facts.Flag("principalSigns") ? "Yes" : "No", "Yes", "No"),
        Step("SignReply", "Signed", "SentBack"),
        Step("NumberAndSeal", "Sealed"),
        Step("Deliver", "Delivered"),
        Step("CollectFeedback", "Satisfied", "Lapsed", "Unsatisfied"),
        Step("StartRehandling", "Reopened"),
        Decider("ResultIs", facts => facts.Word("result") == facts.Input("is") ? "True" : "False", "True", "False"),
        Step("FollowUp", "Cleared", "Failed"),
        Step("CloseAndArchive", "Archived"),
        new("Test.Task", ActivityKind.HumanStep, new("任务", "Task")) { Ports = [Port("Done")] },
        new("Test.Note", ActivityKind.Decider, new("记录", "Note")) { Ports = [Port("Done")], Decide = _ => "Done" },
        new("Test.Lost", ActivityKind.Decider, new("迷路", "Lost")) { Ports = [Port("Done")], Decide = _ => "Nowhere" },
        new("Test.Strict", ActivityKind.HumanStep, new("必填", "Strict"))
        {
            Ports = [Port("Done")],
            Inputs = [new("who", "String", new("由谁办理", "who")) { Required = true }, new("times", "Int32", new("次数", "times")) { DefaultValue = "3" }],
        },
    ]);

    private static ActivityDescriptor Step(string type, params string[] ports) =>
        new("Proposals." + type, ActivityKind.HumanStep, new(type, type)) { Ports = [.. ports.Select(Port)] };

    private static ActivityDescriptor Decider(string type, Func<FactReader, string> decide, params string[] ports) =>
        new("Proposals." + type, ActivityKind.Decider, new(type, type)) { Ports = [.. ports.Select(Port)], Decide = decide };

    private static PortDescriptor Port(string name) => new(name, new(name, name));
}
