using System.Text.Json.Nodes;

namespace Proposals.Workflows.Tests;

/// <summary>A recording that says something else than what happens is told apart, with the place where.</summary>
public sealed class RecordingComparisonTests
{
    [Theory]
    [InlineData("two_tasks_implicit_join", "journal.5.event", "\"Completed\"", "journal[5]: recorded host Elsa.RunTask Completed, here host Elsa.RunTask Suspended")]
    [InlineData("two_tasks_implicit_join", "journal.4.activityId", "\"partner\"", "journal[4]")]
    [InlineData("two_tasks_implicit_join", "journal.4.activityType", "\"Elsa.Event\"", "journal[4]")]
    [InlineData("two_tasks_implicit_join", "steps.1.after.bookmarks", "[]", "steps[1].after.bookmarks")]
    [InlineData("two_tasks_implicit_join", "steps.0.after.bookmarks.0.payload.taskName", "\"office.other\"", "steps[0].after.bookmarks")]
    [InlineData("two_tasks_implicit_join", "steps.2.after.status", "\"Running\"", "steps[2].after.status")]
    [InlineData("two_tasks_implicit_join", "steps.2.after.subStatus", "\"Faulted\"", "steps[2].after.subStatus")]
    [InlineData("two_tasks_implicit_join", "steps.1.after.incidents", "1", "steps[1].after.incidents")]
    [InlineData("two_tasks_implicit_join", "steps.1.changed", "false", "steps[1].changed")]
    [InlineData("two_tasks_implicit_join", "activityExecutions.3.status", "\"Running\"", "activityExecutions[3]")]
    [InlineData("switch_first", "activityExecutions.3.outcomes", "[\"Usual\"]", "activityExecutions[3].outcomes")]
    [InlineData("decision_true", "activityExecutions.1.activityId", "\"other\"", "activityExecutions[1]")]
    [InlineData("decision_true", "journal.4.event", "\"Resumed\"", "journal[4]")]
    [InlineData("script_error_beside_task", "journal.9.event", "\"Completed\"", "journal[9]")]
    [InlineData("script_error_beside_task", "final.incidents.0.activityId", "\"host\"", "final.incidents")]
    [InlineData("scripts_set_variables", "variables.0.value", "43", "variables.Total: recorded 43, here 42")]
    [InlineData("scripts_set_variables", "variables.1.value.rows", "[3, 2]", "variables.Sheet")]
    [InlineData("input_and_output", "final.output.Salutation", "\"nobody\"", "final.output")]
    [InlineData("instance_gets_number_and_name", "final.correlationId", "\"JY-2026-032\"", "final.correlationId")]
    [InlineData("instance_gets_number_and_name", "final.name", "null", "final.name")]
    [InlineData("instance_gets_number_and_name", "final.bookmarks", "[]", "final.bookmarks")]
    [InlineData("child_waited_for", "steps.1.child.status", "\"Running\"", "steps[1].child.status")]
    public void A_changed_recording_differs_there(string name, string place, string value, string difference)
    {
        var recording = RecordingFiles.Read(name);
        Put(recording, place.Split('.'), JsonNode.Parse(value));

        Assert.StartsWith(difference, RecordingFiles.Play(recording).Difference);
    }

    [Theory]
    [InlineData("journal")]
    [InlineData("activityExecutions")]
    public void A_line_too_many_or_too_few_is_seen(string list)
    {
        var shorter = RecordingFiles.Read("while_counter");
        var lines = shorter[list]?.AsArray() ?? [];
        lines.RemoveAt(lines.Count - 1);
        var longer = RecordingFiles.Read("while_counter");
        longer[list]?.AsArray().Add(lines[0]?.DeepClone());

        Assert.Equal($"{list}[{lines.Count}]", RecordingFiles.Play(shorter).Difference?.Split(':')[0]);
        Assert.Equal($"{list}[{lines.Count + 1}]", RecordingFiles.Play(longer).Difference?.Split(':')[0]);
    }

    /// <summary>What Finish cut off may be Running in a recording, what had completed before may not; and the same of the other four.</summary>
    [Theory]
    [InlineData("finish_cuts_task", "activityExecutions.5.status", "\"Running\"", "activityExecutions[5]")]
    [InlineData("finish_cuts_task", "journal.0.event", "\"Rubbish\"", "journal[0]")]
    [InlineData("script_error_beside_task", "journal.0.event", "\"Rubbish\"", "journal[0]")]
    [InlineData("script_error_beside_task", "steps.1.after.bookmarks.0.activityId", "\"nobody\"", "steps[1].after.bookmarks")]
    [InlineData("script_error_beside_task", "final.bookmarks.0.activityId", "\"nobody\"", "final.bookmarks")]
    [InlineData("dead_branch_at_join_of_all", "journal.0.event", "\"Rubbish\"", "journal[0]")]
    [InlineData("dead_branch_at_join_of_all", "journal.9.event", "\"Rubbish\"", "journal[9]")]
    [InlineData("dead_branch_at_join_of_all", "activityExecutions.5.outcomes", "[\"True\"]", "activityExecutions[5].outcomes")]
    [InlineData("dead_branch_at_join_of_all", "ours.journal.0.event", "\"Completed\"", "ours.journal[0]")]
    [InlineData("dead_branch_at_join_of_all", "ours.final.incidents", "[]", "ours.final.incidents")]
    [InlineData("loop_back_inside_branch", "journal.0.event", "\"Rubbish\"", "journal[0]")]
    [InlineData("loop_back_inside_branch", "journal.21.event", "\"Rubbish\"", "journal[21]")]
    [InlineData("loop_back_inside_branch", "steps.2.after.bookmarks", "[]", "steps[2].after.bookmarks")]
    [InlineData("loop_back_inside_branch", "activityExecutions.8.outcomes", "[\"False\"]", "activityExecutions[8].outcomes")]
    [InlineData("loop_back_inside_branch", "ours.journal.5.event", "\"Started\"", "ours.journal[5]")]
    [InlineData("loop_back_inside_branch", "ours.final.subStatus", "\"Faulted\"", "ours.final.subStatus")]
    [InlineData("script_dialect", "journal.0.event", "\"Rubbish\"", "journal[0]")]
    [InlineData("script_dialect", "journal.4.event", "\"Rubbish\"", "journal[4]")]
    [InlineData("script_dialect", "activityExecutions.2.status", "\"Running\"", "activityExecutions[2].status")]
    [InlineData("script_dialect", "ours.journal.0.activityId", "\"day\"", "ours.journal[0]")]
    public void An_intended_difference_excuses_nothing_else(string name, string place, string value, string difference)
    {
        var recording = RecordingFiles.Read(name);
        Put(recording, place.Split('.'), JsonNode.Parse(value));

        Assert.StartsWith(difference, RecordingFiles.Play(recording).Difference);
    }

    [Theory]
    [InlineData("{}", "The file is not a recording: it has no definition.")]
    [InlineData("[1]", "The file is not a recording: it has no definition.")]
    [InlineData("{ no", "The file cannot be played: ")]
    [InlineData("""{"definition":{"root":{"id":"a","type":"Elsa.Nowhere"}},"steps":[]}""", "The definition does not run: ")]
    public void What_is_no_recording_is_refused_with_a_reason(string text, string reason) =>
        Assert.StartsWith(reason, Proposals.Workflows.Recordings.RecordedRun.Play(text, TestCatalogue.Office, (_, _) => null).Difference);

    private static void Put(JsonNode node, string[] place, JsonNode? value)
    {
        foreach (var step in place[..^1])
            node = (int.TryParse(step, out var index) ? node[index] : node[step]) ?? throw new InvalidOperationException($"The recording has no {step}.");
        if (int.TryParse(place[^1], out var last))
            node[last] = value;
        else
            node[place[^1]] = value;
    }
}
