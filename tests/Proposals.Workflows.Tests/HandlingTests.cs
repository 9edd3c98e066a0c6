using System.Text.Json.Nodes;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Tests;

public sealed class HandlingTests
{
    private static readonly string[] toReview =
        ["receive Received", "proposeAllocation Submitted", "approveAllocation Approved", "acceptAndName Accepted", "recordConsultation Held", "draftReply Submitted"];

    private static readonly string[] toFeedback =
        [.. toReview, "reviewByHead Passed", "reviewByOffice Passed", "reviewByDeputy Signed", "numberAndSeal Sealed", "deliver Delivered"];

    [Fact]
    public void The_definition_of_the_office_loads_without_a_problem_or_a_warning()
    {
        var result = Drawings.Read(File.ReadAllText(Drawings.HandlingFile()));
        Assert.Empty(result.Problems);
        Assert.True(result.Runs);
        Assert.Equal("建议提案办理", result.Definition.Name);
        Assert.Equal(21, result.Definition.Activities.Count);
        Assert.Equal(32, result.Definition.Connections.Count);
    }

    [Fact]
    public void A_proposal_goes_from_receipt_to_archive()
    {
        var scene = Walk(Ready(), [.. toFeedback, "collectFeedback Satisfied", "closeAndArchive Archived"]);
        Assert.Equal("Finished", scene.Status);
        Assert.Empty(scene.Open);
        Assert.Equal("Finished", Assert.Single(scene.Effects.OfType<InstanceFinished>()).SubStatus);
        Assert.Equal(13, scene.Effects.OfType<StepWanted>().Count());
    }

    [Fact]
    public void A_step_says_who_until_when_and_what_to_do()
    {
        var receive = Assert.Single(Ready().Open);
        Assert.Equal(("case-1.1", "receive", "Proposals.Receive", "签收登记", 1), (receive.WaitId, receive.ActivityId, receive.ActivityType, receive.Name, receive.WaitNumber));
        Assert.Equal("Office", receive.Inputs["who"]?.GetValue<string>());
        Assert.Equal("2wd", receive.Inputs["term"]?.GetValue<string>());
        Assert.NotEqual("", receive.Inputs["instructions"]?.GetValue<string>());
    }

    [Fact]
    public void A_reply_that_is_sent_back_is_drafted_and_reviewed_again_from_every_desk()
    {
        var scene = Walk(Ready(), toReview);
        scene.Facts["principalSigns"] = true;
        Walk(scene, "reviewByHead SentBack", "draftReply Submitted", "reviewByHead Passed", "reviewByOffice SentBack", "draftReply Submitted", "reviewByHead Passed",
            "reviewByOffice Passed", "reviewByDeputy SentBack", "draftReply Submitted", "reviewByHead Passed", "reviewByOffice Passed", "reviewByDeputy Signed",
            "signReply SentBack", "draftReply Submitted");
        Assert.Equal(5, Assert.Single(scene.Open).WaitNumber);
        Walk(scene, "reviewByHead Passed", "reviewByOffice Passed", "reviewByDeputy Signed", "signReply Signed", "numberAndSeal Sealed");
        Assert.Equal("deliver", Assert.Single(scene.Open).ActivityId);
    }

    [Fact]
    public void A_refused_allocation_is_proposed_again()
    {
        var scene = Walk(Ready(), "receive Received", "proposeAllocation Submitted", "approveAllocation SentBack", "proposeAllocation Submitted", "approveAllocation Approved",
            "acceptAndName Objected");
        Assert.Equal(("proposeAllocation", 3), (scene.Open[0].ActivityId, scene.Open[0].WaitNumber));
    }

    [Fact]
    public void Too_few_consultations_ask_for_another_one()
    {
        var scene = Ready();
        Walk(scene, "receive Received", "proposeAllocation Submitted", "approveAllocation Approved", "acceptAndName Accepted");
        scene.Facts["consultations"] = 1;
        scene.Answer("recordConsultation", "Held", []);
        Assert.Equal(("recordConsultation", 2), (scene.Open[0].ActivityId, scene.Open[0].WaitNumber));
        Assert.Equal("draftReply", Assert.Single(Walk(scene, "recordConsultation Held").Open).ActivityId);
    }

    [Fact]
    public void Consultations_held_before_the_step_are_not_asked_for_again()
    {
        var scene = Ready();
        scene.Facts["consultations"] = 2;
        Walk(scene, "receive Received", "proposeAllocation Submitted", "approveAllocation Approved", "acceptAndName Accepted");
        Assert.Equal("draftReply", Assert.Single(scene.Open).ActivityId);
    }

    [Fact]
    public void An_unsatisfied_proposer_opens_another_round_through_consultation()
    {
        var scene = Walk(Ready(), [.. toFeedback, "collectFeedback Unsatisfied", "startRehandling Reopened"]);
        Assert.Equal("recordConsultation", Assert.Single(scene.Open).ActivityId);
        Walk(scene, [.. toFeedback[4..], "collectFeedback Lapsed", "closeAndArchive Archived"]);
        Assert.Equal("Finished", scene.Status);
    }

    [Fact]
    public void A_promise_is_followed_up_before_the_case_is_closed()
    {
        var scene = Ready();
        scene.Facts["result"] = "NeedsFollowUp";
        Walk(scene, [.. toFeedback, "collectFeedback Satisfied", "followUp Failed", "closeAndArchive Archived"]);
        Assert.Equal("Finished", scene.Status);
    }

    [Fact]
    public void The_skip_of_the_same_person_stands_on_the_review_steps_only()
    {
        var scene = Ready();
        scene.Facts["principalSigns"] = true;
        Walk(scene, [.. toReview, "reviewByHead Passed", "reviewByOffice Passed", "reviewByDeputy Signed"]);
        Assert.Equal(["reviewByHead", "reviewByOffice", "reviewByDeputy", "signReply"],
            scene.Effects.OfType<StepWanted>().Where(step => step.Inputs.ContainsKey("skipSamePerson")).Select(step => step.ActivityId));
    }

    internal static Scene Ready()
    {
        var scene = new Scene(Drawings.Handling) { Facts = { ["consultations"] = 0 } };
        return scene.Start();
    }

    internal static Scene Walk(Scene scene, params string[] answers)
    {
        foreach (var answer in answers.Select(text => text.Split(' ')))
        {
            // As the product counts: enough once the step was done, none again in a new round.
            if (answer[0] is "recordConsultation" or "startRehandling")
                scene.Facts["consultations"] = answer[0] == "recordConsultation" ? 2 : 0;
            scene.Answer(answer[0], answer[1], new JsonObject { ["note"] = "甲" });
        }

        return scene;
    }
}
