using Proposals.Deadlines;
using Proposals.Designer;
using Proposals.Designer.Gate;
using Proposals.Inbox;
using Proposals.Workflows.Definitions;

namespace Proposals.Tests.Designer.Gate;

/// <summary>What the gate lets pass and what it refuses, by which rule and with which way to it.</summary>
[Trait("Asks", "NoDatabase")]
public sealed class GateTests
{
    internal static readonly DateOnly Today = new(2026, 3, 2);

    /// <summary>Each breaks one rule and no other: without that rule it would go live.</summary>
    private static readonly Dictionary<string, (string Code, string Where, Func<Drawing> Draw)> Mutations = new()
    {
        ["a consultation bypassed"] = ("reply.unconsulted", "reviewByDeputy", () => new Drawing().Lead("acceptAndName", "Accepted", "draftReply")),
        ["a consultation bypassed when handled again"] = ("reply.unconsulted", "reviewByDeputy", () => new Drawing().Lead("startRehandling", "Reopened", "draftReply")),
        ["one consultation instead of two"] = ("reply.unconsulted", "reviewByDeputy", () => new Drawing().Lead("recordConsultation", "Held", "draftReply")),
        ["an unwired port"] = ("port.unwired", "approveAllocation", () => new Drawing().Cut("approveAllocation", "SentBack")),
        ["an unreachable step"] = ("activity.unreachable", "stray", () => new Drawing().Step("stray").Line("stray", "Received", "end")),
        ["a step that never gets its turn"] = ("activity.unreachable", "slow", () => new Drawing()
            .Add("fork", "Elsa.FlowFork", ("branches", "[\"A\",\"B\"]")).Add("join", "Elsa.FlowJoin", ("mode", "WaitAny")).Step("slow")
            .Lead("start", "Done", "fork").Line("fork", "A", "slow").Line("fork", "B", "join").Line("slow", "Received", "join").Line("join", "Done", "receive")),
        ["a loop without waiting"] = ("loop.busy", "consultationsEnough", () => new Drawing()
            .Add("doubt", "Elsa.FlowDecision", ("condition", "true")).Lead("consultationsEnough", "NotYet", "doubt").Line("doubt", "True", "recordConsultation").Line("doubt", "False", "consultationsEnough")),
        ["a while loop without waiting"] = ("loop.busy", "say", () =>
        {
            var drawing = new Drawing().Add("round", "Elsa.While", ("condition", "true")).Lead("start", "Done", "round").Line("round", "Done", "receive");
            drawing.Activities[^1]!["body"] = new System.Text.Json.Nodes.JsonObject { ["id"] = "say", ["type"] = "Elsa.WriteLine", ["version"] = 1 };
            return drawing;
        }),
        ["a step without owner"] = ("step.owner", "receive", () => new Drawing().Write("receive", "who", "")),
        ["a step that nobody known does"] = ("step.owner", "receive", () => new Drawing().Write("receive", "who", "Postman")),
        ["a step whose owner a script would choose"] = ("step.owner", "receive", () => new Drawing().Compute("receive", "who", "getFact('isKey') ? 'Office' : ''")),
        ["a step without term"] = ("step.term", "draftReply", () => new Drawing().Write("draftReply", "term", "")),
        ["a step with a term that cannot be read"] = ("step.term", "draftReply", () => new Drawing().Write("draftReply", "term", "soon")),
        ["a step that no act answers"] = ("step.mute", "ask", () => new Drawing().Add("ask", "Elsa.UserTask").Lead("start", "Done", "ask").Line("ask", "Done", "receive")),
        ["unsatisfied leading to the end"] = ("feedback.dropped", "closeAndArchive", () => new Drawing().Remove("startRehandling").Line("collectFeedback", "Unsatisfied", "closeAndArchive")),
        ["unsatisfied leading out"] = ("feedback.dropped", "end", () => new Drawing().Remove("startRehandling").Line("collectFeedback", "Unsatisfied", "end")),
        ["delivery before signature"] = ("reply.unsigned", "deliver", () => new Drawing()
            .Add("haste", "Elsa.FlowDecision", ("condition", "true")).Lead("reviewByOffice", "Passed", "haste").Line("haste", "True", "reviewByDeputy").Line("haste", "False", "deliver")),
        ["the principal passed over"] = ("reply.unsigned", "numberAndSeal", () => new Drawing()
            .Add("haste", "Elsa.FlowDecision", ("condition", "true")).Lead("principalSigns", "Yes", "haste").Line("haste", "True", "signReply").Line("haste", "False", "numberAndSeal")),
        ["closed without feedback"] = ("close.unasked", "closeAndArchive", () => new Drawing()
            .Add("haste", "Elsa.FlowDecision", ("condition", "true")).Lead("deliver", "Delivered", "haste").Line("haste", "True", "collectFeedback").Line("haste", "False", "closeAndArchive")),
        ["a join that waits for a branch that was not taken"] = ("flow.deadlock", "join", () => new Drawing()
            .Add("fork", "Elsa.FlowFork", ("branches", "[\"A\",\"B\"]")).Add("join", "Elsa.FlowJoin", ("mode", "WaitAll")).Step("both").Add("doubt", "Elsa.FlowDecision", ("condition", "true")).Step("more")
            .Lead("start", "Done", "fork").Line("fork", "A", "both").Line("fork", "B", "doubt").Line("both", "Received", "join").Line("doubt", "True", "join").Line("doubt", "False", "more")
            .Line("more", "Received", "more").Line("join", "Done", "receive")),
        ["a loop without a way out"] = ("flow.endless", "followUp", () => new Drawing().Lead("followUp", "Cleared", "followUp").Lead("followUp", "Failed", "followUp")),
        ["a double id"] = ("activity.duplicate", "receive", () => new Drawing().Step("receive")),
        ["an unknown activity"] = ("activity.unknown", "odd", () => new Drawing().Add("odd", "Elsewhere.Odd")),
        ["a wrong port"] = ("connection.port", "receive", () => new Drawing().Line("receive", "Whatever", "end")),
    };

    public static TheoryData<string> Named => [.. Mutations.Keys];

    public static TheoryData<string> Files => [.. OfficeWorkflows.All];

    [Theory, MemberData(nameof(Files))]
    public void What_ships_passes(string definitionId) => Assert.Empty(new Drawing(definitionId).Findings());

    [Theory, MemberData(nameof(Named))]
    public void A_mutation_is_refused_by_one_rule_where_it_is_and_with_the_way_to_it(string mutation)
    {
        var (code, where, draw) = Mutations[mutation];
        var drawing = draw();
        var errors = drawing.Findings().Where(problem => problem.Severity == ProblemSeverity.Error).ToList();
        Assert.Equal([(code, where)], errors.Select(problem => (problem.Code, problem.Where)).Take(1));
        Assert.All(errors, problem => Assert.Equal(code, problem.Code));
        Assert.All(errors, problem => Assert.True(problem.Sentence.Chinese.Length > 10 && problem.Sentence.English.Length > 10));
        if (PathRules.Contains(code))
        {
            Assert.Equal("start", errors[0].Path[0].ActivityId);
            Assert.True(code is "flow.deadlock" || drawing.Leads(errors[0].Path), string.Join(" -> ", errors[0].Path));
        }
    }

    /// <summary>A rule that is switched off lets pass exactly what it stands for, so that none is idle and none covers for another.</summary>
    [Theory, MemberData(nameof(Named))]
    public void Without_its_rule_a_mutation_would_pass(string mutation)
    {
        var (code, _, draw) = Mutations[mutation];
        var drawing = draw();
        var rules = PublishGate.RulesOf(OfficeWorkflows.Handling, RuleBook.Shipped, Today);
        if (!rules.Any(rule => rule.Code == code))
        {
            // No rule of the gate: the engine itself refuses to read it.
            Assert.Null(DefinitionReader.Load(drawing.Json(), StepCatalogue.Activities).Definition);
            return;
        }

        Assert.DoesNotContain(PublishGate.Prove(drawing.Json(), StepCatalogue.Activities, null, [.. rules.Where(rule => rule.Code != code)]), problem => problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void Every_rule_has_a_mutation_that_only_it_refuses() => Assert.Empty(
        PublishGate.RulesOf(OfficeWorkflows.Handling, RuleBook.Shipped, Today).Select(rule => rule.Code).Except(Mutations.Values.Select(mutation => mutation.Code)));

    /// <summary>The shortest way is told, not any.</summary>
    [Fact]
    public void The_way_to_a_finding_is_the_shortest()
    {
        var found = Assert.Single(new Drawing().Lead("acceptAndName", "Accepted", "draftReply").Findings(), problem => problem.Where == "reviewByDeputy");
        Assert.Equal(
            ["start", "receive", "proposeAllocation", "approveAllocation", "acceptAndName", "draftReply", "reviewByHead", "reviewByOffice", "reviewByDeputy"],
            found.Path.Select(step => step.ActivityId));
        Assert.Equal("Signed", found.Path[^1].Port);
    }

    /// <summary>Consultations are counted on each way; held at the same time by two departments they count together.</summary>
    [Fact]
    public void Two_consultations_one_after_the_other_or_at_once_are_enough()
    {
        var inTurn = new Drawing().Step("second", "Proposals.RecordConsultation").Step("first", "Proposals.RecordConsultation")
            .Lead("acceptAndName", "Accepted", "first").Line("first", "Held", "second").Line("second", "Held", "draftReply");
        Assert.Empty(inTurn.Findings());
        var atOnce = new Drawing().Step("one", "Proposals.RecordConsultation").Step("other", "Proposals.RecordConsultation")
            .Add("fork", "Elsa.FlowFork", ("branches", "[\"A\",\"B\"]")).Add("join", "Elsa.FlowJoin", ("mode", "WaitAll"))
            .Lead("acceptAndName", "Accepted", "fork").Line("fork", "A", "one").Line("fork", "B", "other").Line("one", "Held", "join").Line("other", "Held", "join").Line("join", "Done", "draftReply");
        Assert.Empty(atOnce.Findings());
        Assert.Equal("reply.unconsulted", Assert.Single(atOnce.Write("join", "mode", "WaitAny").Findings()).Code);
    }

    /// <summary>The strictest profile that can come to bind a new case counts.</summary>
    [Fact]
    public void A_profile_that_asks_three_consultations_refuses_two()
    {
        var stricter = RuleBook.Shipped.Versions[0] with { Version = 2, EffectiveFrom = Today.AddDays(30), Consultations = RuleBook.Shipped.Versions[0].Consultations with { Required = 3 } };
        var book = RuleBook.Shipped with { Versions = [.. RuleBook.Shipped.Versions, stricter] };
        var two = new Drawing().Step("second", "Proposals.RecordConsultation").Step("first", "Proposals.RecordConsultation")
            .Lead("acceptAndName", "Accepted", "first").Line("first", "Held", "second").Line("second", "Held", "draftReply").Json();
        Assert.Empty(PublishGate.Check(two, StepCatalogue.Activities, null, RuleBook.Shipped, Today));
        Assert.Contains("3", Assert.Single(PublishGate.Check(two, StepCatalogue.Activities, null, book, Today)).Sentence.Chinese, StringComparison.Ordinal);
    }

    /// <summary>More at once than can be looked at is refused, not believed.</summary>
    [Fact]
    public void What_is_too_large_to_prove_is_refused()
    {
        var drawing = new Drawing().Add("fork", "Elsa.FlowFork", ("branches", "[" + string.Join(',', Enumerable.Range(1, 20).Select(branch => $"\"{branch}\"")) + "]"))
            .Add("join", "Elsa.FlowJoin", ("mode", "WaitAll")).Lead("start", "Done", "fork").Line("join", "Done", "receive");
        for (var branch = 1; branch <= 20; branch++)
            drawing.Step($"b{branch}").Line("fork", $"{branch}", $"b{branch}").Line($"b{branch}", "Received", "join");
        Assert.Equal("flow.too-large", Assert.Single(drawing.Findings()).Code);
    }

    [Fact]
    public void A_fault_that_is_drawn_is_only_a_warning()
    {
        var found = Assert.Single(new Drawing().Add("stop", "Elsa.Fault", ("message", "x")).Lead("followUp", "Failed", "stop").Findings());
        Assert.Equal(("flow.fault", ProblemSeverity.Warning, "stop"), (found.Code, found.Severity, found.Where));
    }

    private static readonly string[] PathRules =
        ["reply.unconsulted", "reply.unsigned", "close.unasked", "feedback.dropped", "port.unwired", "loop.busy", "flow.deadlock", "flow.endless"];
}
