using System.Text.Json.Nodes;

namespace Proposals.Workflows.Tests;

/// <summary>The ways in which a step may be written, and that no other is guessed.</summary>
public sealed class RecordingStepTests
{
    [Theory]
    [InlineData("two_tasks_implicit_join", 1, """{"task":"office.partner","result":"p"}""")]
    [InlineData("two_tasks_implicit_join", 1, """{"task":"partner"}""")]
    [InlineData("two_tasks_implicit_join", 1, """{"task":"partner","taskId":"task-5","taskName":"office.partner","result":"p"}""")]
    [InlineData("task_answered_twice", 2, """{"task":"draft","taskId":"nobody's"}""")]
    [InlineData("task_answered_twice", 2, """{"task_again":"draft"}""")]
    [InlineData("task_answered_twice", 2, """{"wait":1}""")]
    [InlineData("event_brings_value", 1, """{"event":"ReplySealed","input":{"number":"〔2026〕12"},"correlationId":null}""")]
    [InlineData("delay_then_on", 1, """{"wait":8}""")]
    public void A_step_may_be_written_in_other_words(string name, int step, string apply)
    {
        var recording = RecordingFiles.Read(name);
        var written = recording["steps"]?[step] ?? throw new InvalidOperationException("no such step");
        if (name == "two_tasks_implicit_join" && apply.Contains("task-5", StringComparison.Ordinal))
            apply = apply.Replace("task-5", written["apply"]?["taskId"]?.GetValue<string>(), StringComparison.Ordinal);
        written["apply"] = JsonNode.Parse(apply);

        Assert.Null(RecordingFiles.Play(recording).Difference);
    }

    [Fact]
    public void Steps_need_no_after()
    {
        var recording = RecordingFiles.Read("two_tasks_implicit_join");
        foreach (var step in recording["steps"]?.AsArray() ?? [])
            step?.AsObject().Remove("after");

        Assert.Null(RecordingFiles.Play(recording).Difference);
    }

    [Fact]
    public void An_unknown_task_id_answers_nobody()
    {
        var recording = RecordingFiles.Read("two_tasks_implicit_join");
        (recording["steps"]?[1]?["apply"] ?? throw new InvalidOperationException("no such step"))["taskId"] = "nobody's";

        Assert.StartsWith("steps[1].after.bookmarks", RecordingFiles.Play(recording).Difference);
    }

    [Fact]
    public void An_event_with_a_number_reaches_only_that_instance()
    {
        var recording = RecordingFiles.Read("event_brings_value");
        var steps = recording["steps"]?.AsArray() ?? [];
        (steps[1]?["apply"] ?? throw new InvalidOperationException("no such step"))["correlationId"] = "JY-1";
        Assert.StartsWith("steps[1].after.status", RecordingFiles.Play(recording).Difference);

        (steps[0]?["apply"]?["execute"] ?? throw new InvalidOperationException("no such step"))["correlationId"] = "JY-1";
        (recording["final"] ?? throw new InvalidOperationException("no end"))["correlationId"] = "JY-1";
        Assert.Null(RecordingFiles.Play(recording).Difference);
    }

    [Fact]
    public void A_second_execute_is_told_of_with_a_note()
    {
        var recording = RecordingFiles.Read("sequence_in_order");
        recording["steps"]?.AsArray().Add(recording["steps"]?[0]?.DeepClone());
        var result = RecordingFiles.Play(recording);

        Assert.Null(result.Difference);
        Assert.Equal(["the workflow is executed more than once; journal and state are told of the last instance"], result.Notes);
    }

    [Fact]
    public void Cancel_ends_the_instance()
    {
        var recording = RecordingFiles.Read("instance_gets_number_and_name");
        recording.Remove("activityExecutions");
        recording.Remove("final");
        recording["journal"]?.AsArray().Add(JsonNode.Parse("""{"activityId":"receive","activityType":"Elsa.RunTask","event":"Canceled"}"""));
        recording["journal"]?.AsArray().Add(JsonNode.Parse("""{"activityId":"Workflow1","activityType":"Elsa.Workflow","event":"Canceled"}"""));
        recording["steps"]?.AsArray().Add(JsonNode.Parse("""{"apply":{"cancel":true},"after":{"status":"Finished","subStatus":"Cancelled","incidents":0,"bookmarks":[]}}"""));

        Assert.Null(RecordingFiles.Play(recording).Difference);
    }

    [Theory]
    [InlineData("""{"rewind":3}""", """A step applies {"rewind":3}, which is not known.""")]
    [InlineData("null", "A step applies nothing, which is not known.")]
    [InlineData("""["sleep",3]""", """A step applies ["sleep",3], which is not known.""")]
    [InlineData("""["wait","long"]""", """A step applies ["wait","long"]; how long it waits is not known.""")]
    [InlineData("""{"task":7}""", """A step applies {"task":7}; which task is meant is not known.""")]
    [InlineData("""{"event":"Sealed","tenant":"b"}""", """A step applies {"event":"Sealed","tenant":"b"}; what tenant means beside event is not known.""")]
    public void An_unknown_form_is_refused_in_its_own_words(string apply, string reason)
    {
        var recording = RecordingFiles.Read("sequence_in_order");
        recording["steps"]?.AsArray().Add(new JsonObject { ["apply"] = JsonNode.Parse(apply) });

        Assert.Equal("The file cannot be played: " + reason, RecordingFiles.Play(recording).Difference);
    }
}
