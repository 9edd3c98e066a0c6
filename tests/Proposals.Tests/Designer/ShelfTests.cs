using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Designer;
using Proposals.People;
using Proposals.Tests.Scenes;
using Proposals.Workflows.Definitions;

namespace Proposals.Tests.Designer;

public sealed class ShelfTests
{
    [Fact]
    public async Task The_shipped_workflow_is_published_and_stands_in_its_chain_without_a_person()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        Assert.Equal("1 Published latest", await shelf.StateAsync());
        var entry = await bureau.ReadAsync(db => db.AuditEntries.SingleAsync(known => known.Subject == DefinitionShelf.SubjectOf(Shelf.Handling)));
        Assert.Equal("AdoptDefinition", entry.Act);
        Assert.Null(entry.RecordedById);
        await shelf.WholeAsync();
    }

    [Fact]
    public async Task Saving_over_a_published_version_makes_a_draft_and_saving_over_a_draft_changes_it_in_place()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        var first = await shelf.SavedAsync(Shelf.Text("3wd"));
        var second = await shelf.SavedAsync(Shelf.Text("4wd"));
        Assert.Equal(first.Id, second.Id);
        Assert.Equal(first.Revision + 1, second.Revision);
        Assert.Equal("2 Draft latest, 1 Published", await shelf.StateAsync());
        await shelf.WholeAsync();
    }

    [Fact]
    public async Task Saving_what_stands_there_already_changes_nothing_and_tells_nobody()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        var draft = await shelf.SavedAsync(Shelf.Text("3wd"));
        var again = await shelf.SaveAsync(Shelf.Text("3wd"));
        Assert.False(again.WasChanged);
        Assert.Equal((draft.Id, draft.Revision), (again.Version?.Id, again.Version?.Revision));
        Assert.Equal(2, await bureau.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Subject == DefinitionShelf.SubjectOf(Shelf.Handling))));
    }

    [Fact]
    public async Task Publishing_takes_the_place_of_the_version_before()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        await shelf.PublishedAsync(Shelf.Text("3wd"));
        Assert.Equal("2 Published latest, 1 Replaced", await shelf.StateAsync());
        await shelf.SavedAsync(Shelf.Text("4wd"));
        Assert.Equal("3 Draft latest, 2 Published, 1 Replaced", await shelf.StateAsync());
        await shelf.WholeAsync();
    }

    [Fact]
    public async Task A_running_case_keeps_its_version_and_the_next_case_takes_the_new_one()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("100", new DateOnly(2025, 3, 17)));
        var second = await shelf.PublishedAsync(Shelf.Text("3wd"));
        var later = await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("101", new DateOnly(2025, 3, 17)));
        await later.AcceptedAsync();
        var rows = await shelf.AskAsync(query => query.VersionsAsync(Shelf.Handling, null, 10, TestContext.Current.CancellationToken));
        var running = await shelf.AskAsync(query => query.RunningAsync([.. rows.Select(row => row.Id)], TestContext.Current.CancellationToken));
        Assert.Equal([1, 1], rows.Select(row => running[row.Id]));
        Assert.Equal(second.Id, (await bureau.ReadAsync(db => db.WorkflowInstances.SingleAsync(instance => instance.CaseId == later.Id))).DefinitionVersionId);
    }

    [Fact]
    public async Task Nobody_publishes_what_he_drew_himself_and_only_the_director_publishes()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        var draft = await shelf.SavedAsync(Shelf.Text("3wd"));
        Assert.Equal("designer.only-director-publishes", (await shelf.PublishAsync(draft, Shelf.Admin)).Refusal?.Code);
        Assert.Equal("designer.only-admin-draws", (await shelf.SaveAsync(Shelf.Text("4wd"), who: Shelf.Director)).Refusal?.Code);

        // Duties change: the admin of yesterday is the director of today, and another admin saved last.
        await shelf.SetDutyAsync("何悦", Duty.Admin);
        await shelf.SavedAsync(Shelf.Text("4wd"), "何悦");
        await shelf.SetDutyAsync(Shelf.Admin, Duty.OfficeDirector);
        var refusal = (await shelf.PublishAsync(draft, Shelf.Admin)).Refusal;
        Assert.Equal(DesignerRefusals.AuthorNeverPublishes(Shelf.Admin).Code, refusal?.Code);
        Assert.Equal("2 Draft latest, 1 Published", await shelf.StateAsync());
    }

    [Fact]
    public async Task A_draft_with_mistakes_is_kept_whole_and_never_published()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        var outcome = await shelf.SaveAsync(Shelf.Unknown());
        Assert.True(outcome.IsDone);
        Assert.Contains(outcome.Problems, problem => problem.Where == "odd");
        Assert.Contains("kept as it was", outcome.Version?.Json, StringComparison.Ordinal);

        var published = await shelf.PublishAsync(outcome.Version ?? throw new InvalidOperationException("Saved."));
        Assert.Equal("designer.has-errors", published.Refusal?.Code);
        Assert.Contains(published.Problems, problem => problem.Where == "odd");
        Assert.Equal("2 Draft latest, 1 Published", await shelf.StateAsync());
    }

    [Fact]
    public async Task What_cases_need_is_not_retracted_and_another_definition_is()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        var needed = await shelf.PublishedAsync(Shelf.Text("3wd"));
        Assert.Equal("designer.cases-need-it", (await shelf.RetractAsync(needed)).Refusal?.Code);

        var other = await shelf.PublishedAsync(Shelf.Text("3wd", "other"));
        Assert.Equal("designer.only-director-publishes", (await shelf.RetractAsync(other, Shelf.Admin)).Refusal?.Code);
        Assert.Null((await shelf.RetractAsync(other)).Refusal);
        Assert.Equal("1 Retracted latest", await shelf.StateAsync("other"));
        Assert.Equal("designer.not-published", (await shelf.RetractAsync(other)).Refusal?.Code);

        // What was published once is never written over.
        await shelf.SavedAsync(Shelf.Text("4wd", "other"));
        Assert.Equal("2 Draft latest, 1 Retracted", await shelf.StateAsync("other"));
    }

    [Fact]
    public async Task Going_back_copies_the_old_version_and_leaves_the_open_draft_below()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        var second = await shelf.PublishedAsync(Shelf.Text("3wd"));
        await shelf.SavedAsync(Shelf.Text("4wd"));
        var copy = (await shelf.RevertAsync(second)).Version;
        Assert.Equal((4, DefinitionOrigin.Reverted, 2), (copy?.Version, copy?.Origin, copy?.CopiedFrom));
        Assert.Equal(second.Sha256, copy?.Sha256);
        Assert.Equal("4 Draft latest, 3 PutAside, 2 Published, 1 Replaced", await shelf.StateAsync());
        Assert.Equal("designer.already-latest", (await shelf.RevertAsync(second)).Refusal?.Code);
        await shelf.WholeAsync();
    }

    [Fact]
    public async Task Only_a_draft_that_nobody_runs_is_deleted()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        var published = await shelf.PublishedAsync(Shelf.Text("3wd"));
        Assert.Equal("designer.was-published", (await shelf.DeleteAsync(published)).Refusal?.Code);
        var draft = await shelf.SavedAsync(Shelf.Text("4wd"));
        Assert.Equal("2 Published latest, 1 Replaced", (await shelf.DeleteAsync(draft)).Refusal?.Code ?? await shelf.StateAsync());

        var run = await shelf.SavedAsync(Shelf.Text("5wd"));
        var story = await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("100", new DateOnly(2025, 3, 17)));
        await bureau.ReadAsync(db => db.WorkflowInstances.Where(known => known.CaseId == story.Id).ExecuteUpdateAsync(set => set.SetProperty(known => known.DefinitionVersionId, run.Id)));
        Assert.Equal("designer.cases-run-it", (await shelf.DeleteAsync(run)).Refusal?.Code);

        // Nor is it written over: the case goes on by what it started with.
        var next = await shelf.SavedAsync(Shelf.Text("6wd"));
        Assert.NotEqual(run.Id, next.Id);
        await Assert.ThrowsAnyAsync<Exception>(() => bureau.ReadAsync(db => db.WorkflowDefinitions.Where(known => known.Id == run.Id).ExecuteDeleteAsync()));
        await shelf.WholeAsync();
    }

    [Fact]
    public async Task Two_saves_of_one_person_may_cross_and_nothing_else_is_written_over_unseen()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        await shelf.SetDutyAsync("何悦", Duty.Admin);
        var read = (await shelf.AskAsync(query => query.LatestAsync(Shelf.Handling, TestContext.Current.CancellationToken)))?.Revision ?? 0;
        Assert.True((await shelf.SaveAsync(Shelf.Text("3wd"), read)).IsDone);
        var mine = await shelf.SaveAsync(Shelf.Text("4wd"), read);
        Assert.True(mine.IsDone, mine.Refusal?.Code);

        var others = await shelf.SaveAsync(Shelf.Text("5wd"), mine.Version?.Revision, "何悦");
        Assert.True(others.IsDone, others.Refusal?.Code);
        Assert.Equal("designer.overtaken", (await shelf.SaveAsync(Shelf.Text("6wd"), mine.Version?.Revision)).Refusal?.Code);
        Assert.Equal("designer.overtaken", (await shelf.SaveAsync(Shelf.Text("6wd"), read)).Refusal?.Code);

        var before = await shelf.SavedAsync(Shelf.Text("7wd"));
        Assert.True((await shelf.ImportAsync(Shelf.Text("8wd"), before.Revision)).IsDone);
        Assert.Equal("designer.overtaken", (await shelf.SaveAsync(Shelf.Text("9wd"), before.Revision)).Refusal?.Code);
    }

    [Fact]
    public async Task Nothing_is_deleted_retracted_or_put_aside_in_a_state_that_was_not_read()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        var first = await shelf.PublishedAsync(Shelf.Text("3wd", "other"));
        var read = await shelf.SavedAsync(Shelf.Text("4wd", "other"));
        var saved = await shelf.SavedAsync(Shelf.Text("5wd", "other"));
        Assert.Equal("designer.overtaken", (await shelf.DeleteAsync(read, expectedRevision: read.Revision)).Refusal?.Code);
        Assert.Equal("designer.overtaken", (await shelf.RevertAsync(first, expectedRevision: read.Revision)).Refusal?.Code);
        Assert.Equal("designer.overtaken", (await shelf.RetractAsync(first, expectedRevision: first.Revision - 1)).Refusal?.Code);
        Assert.Equal("2 Draft latest, 1 Published", await shelf.StateAsync("other"));
        Assert.True((await shelf.DeleteAsync(saved, expectedRevision: saved.Revision)).IsDone);
    }

    [Fact]
    public async Task A_deleted_draft_never_lowers_the_revision_of_the_version_below()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        var second = await shelf.PublishedAsync(Shelf.Text("3wd"));
        var draft = await shelf.SavedAsync(Shelf.Text("4wd"));
        const int far = 90;
        await bureau.ReadAsync(db => db.WorkflowDefinitions.Where(version => version.Id == second.Id).ExecuteUpdateAsync(set => set.SetProperty(version => version.Revision, far)));
        Assert.Equal(far + 1, (await shelf.DeleteAsync(draft)).Version?.Revision);
    }

    [Fact]
    public async Task Every_problem_of_one_activity_is_named()
    {
        await using var bureau = await Bureau.OpenAsync();
        var envelope = Shelf.Envelope();
        var wires = envelope["root"]?["connections"] as JsonArray ?? [];
        var full = wires.OfType<JsonObject>().Select(wire => wire["source"]?["activity"]?.GetValue<string>()).GroupBy(source => source).First(wired => wired.Count() > 1);
        foreach (var wire in wires.OfType<JsonObject>().Where(wire => wire["source"]?["activity"]?.GetValue<string>() == full.Key).ToArray())
        {
            wires.Remove(wire);
        }

        var problems = (await new Shelf(bureau).SaveAsync(envelope.ToJsonString())).Problems.Where(problem => problem.Code == "port.unwired" && problem.Where == full.Key);
        Assert.True(problems.Count() >= full.Count());
    }

    [Fact]
    public async Task A_step_that_nobody_can_answer_is_never_published()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        var envelope = Shelf.Envelope();
        (envelope["root"]?["activities"] as JsonArray ?? []).Add(new JsonObject { ["id"] = "ask", ["type"] = "Elsa.UserTask", ["version"] = 1 });
        var refused = await shelf.PublishAsync(await shelf.SavedAsync(envelope.ToJsonString()));
        Assert.Equal("designer.has-errors", refused.Refusal?.Code);
        var problem = Assert.Single(refused.Problems, problem => problem.Code == "step.mute");
        Assert.Equal((ProblemSeverity.Error, "ask"), (problem.Severity, problem.Where));
        Assert.Contains("ask", problem.Sentence.Chinese, StringComparison.Ordinal);
        Assert.Contains("ask", problem.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shipped_file_with_news_becomes_a_draft_once_and_stays_away_when_it_is_deleted()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        await AdoptAsync(bureau, Shelf.Text("3wd"));
        Assert.Equal("2 Draft latest, 1 Published", await shelf.StateAsync());
        var draft = await shelf.AskAsync(query => query.LatestAsync(Shelf.Handling, TestContext.Current.CancellationToken));
        Assert.Null((await shelf.DeleteAsync(draft ?? throw new InvalidOperationException("Adopted."))).Refusal);
        await AdoptAsync(bureau, Shelf.Text("3wd"));
        Assert.Equal("1 Published latest", await shelf.StateAsync());
    }

    [Theory]
    [InlineData("", "designer.empty")]
    [InlineData("hello", "designer.not-json")]
    [InlineData("[1]", "designer.not-json")]
    [InlineData("{\"name\":\"x\"}", "designer.no-id")]
    [InlineData("{\"definitionId\":\"a/b\"}", "designer.bad-id")]
    [InlineData("{\"definitionId\":\"import\"}", "designer.bad-id")]
    [InlineData("{\"definitionId\":\"x\",\"a\":1,\"a\":2,\"n\":\"workflowDefinitionId\"}", "designer.not-json")]
    [InlineData("{\"definitionId\":\"x\",\"root\":{\"id\":\"a\",\"type\":\"t\",\"workflowDefinitionId\":\"\\ud800\"}}", "designer.not-json")]
    public async Task A_text_that_is_no_definition_is_refused_by_name(string text, string code)
    {
        await using var bureau = await Bureau.OpenAsync();
        Assert.Equal(code, (await new Shelf(bureau).SaveAsync(text)).Refusal?.Code);
    }

    [Fact]
    public async Task A_text_beyond_one_megabyte_is_refused_by_name()
    {
        await using var bureau = await Bureau.OpenAsync();
        Assert.Equal("designer.too-large", (await new Shelf(bureau).SaveAsync(new string('长', 400_000))).Refusal?.Code);
    }

    [Fact]
    public async Task A_draft_with_a_gross_mistake_is_kept_as_it_came_and_comes_out_so()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        var text = Shelf.Text().Replace("\"id\":\"start\"", "\"id\":\"receive\"", StringComparison.Ordinal);
        var outcome = await shelf.SaveAsync(text);
        Assert.Contains(outcome.Problems, problem => problem.Code == "activity.duplicate");
        var version = outcome.Version ?? throw new InvalidOperationException(outcome.Refusal?.Code);
        Assert.Equal(text, version.Json);
        Assert.Equal("designer.has-errors", (await shelf.PublishAsync(version)).Refusal?.Code);
        var export = await bureau.WithAsync<DefinitionShelf, (string FileName, string Text)?>(known => known.ExportAsync(version.Id, TestContext.Current.CancellationToken));
        Assert.Equal(("proposal-handling-v2.json", text), export);
    }

    [Fact]
    public async Task A_name_with_a_zero_in_it_is_kept_without()
    {
        await using var bureau = await Bureau.OpenAsync();
        var envelope = Shelf.Envelope();
        envelope["name"] = "试行\0办法";
        Assert.Equal("试行办法", (await new Shelf(bureau).SavedAsync(envelope.ToJsonString())).Name);
    }

    [Fact]
    public async Task The_list_is_searched_and_paged()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        foreach (var id in new[] { "y-side", "x-side", "z-side" })
        {
            await shelf.SavedAsync(Shelf.Text(definitionId: id));
        }

        var (rows, total) = await shelf.AskAsync(query => query.LatestPageAsync("-side", 1, 2, TestContext.Current.CancellationToken));
        Assert.Equal((3, "z-side"), (total, Assert.Single(rows).DefinitionId));
        var keyset = await shelf.AskAsync(query => query.LatestRowsAsync("x-side", 2, TestContext.Current.CancellationToken));
        Assert.Equal(["y-side", "z-side"], keyset.Select(row => row.DefinitionId));
    }

    private static Task<bool> AdoptAsync(Bureau bureau, string json) =>
        bureau.ReadAsync(db => bureau.WithAsync<PublishedDefinitions, bool>(async definitions =>
        {
            await definitions.AdoptAsync(db, json, publishAlways: false, new DateTimeOffset(2025, 3, 17, 1, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken);
            return true;
        }));
}
