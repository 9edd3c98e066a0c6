using Microsoft.EntityFrameworkCore;
using Proposals.Designer;
using Proposals.People;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Designer;

/// <summary>One latest, one published, one named refusal, whoever is faster.</summary>
public sealed class ShelfRaceTests
{
    private const string Other = "何悦";

    private static readonly int Rounds = Soak.Count(6);

    [Fact]
    public async Task Two_who_save_the_same_draft_at_once_leave_one_text()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        await shelf.SetDutyAsync(Other, Duty.Admin);
        var draft = await shelf.SavedAsync(Shelf.Text("3wd"));
        for (var round = 0; round < Rounds; round++)
        {
            var (one, other) = await AtOnceAsync(() => shelf.SaveAsync(Shelf.Text($"{round + 10}wd"), draft.Revision), () => shelf.SaveAsync(Shelf.Text($"{round + 100}wd"), draft.Revision, Other));
            draft = OneWins(one, other);
            Assert.Equal("2 Draft latest, 1 Published", await shelf.StateAsync());
        }

        await shelf.WholeAsync();
    }

    [Fact]
    public async Task Two_who_save_over_the_published_version_at_once_open_one_draft()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        await shelf.SetDutyAsync(Other, Duty.Admin);
        for (var round = 0; round < Rounds; round++)
        {
            var published = await shelf.PublishedAsync(Shelf.Text($"{round + 10}wd"));
            var (one, other) = await AtOnceAsync(() => shelf.SaveAsync(Shelf.Text("3wd"), published.Revision), () => shelf.SaveAsync(Shelf.Text("4wd"), published.Revision, Other));
            var draft = OneWins(one, other);
            Assert.Equal(published.Version + 1, draft.Version);
            Assert.StartsWith($"{draft.Version} Draft latest, {published.Version} Published", await shelf.StateAsync(), StringComparison.Ordinal);
        }

        await shelf.WholeAsync();
    }

    [Fact]
    public async Task A_definition_begun_twice_at_once_is_begun_once()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        for (var round = 0; round < Rounds; round++)
        {
            var id = $"new-{round}";
            var (one, other) = await AtOnceAsync(() => shelf.SaveAsync(Shelf.Text("3wd", id), 0), () => shelf.SaveAsync(Shelf.Text("4wd", id), 0));
            OneWins(one, other);
            Assert.Equal("1 Draft latest", await shelf.StateAsync(id));
            await shelf.WholeAsync(id);
        }
    }

    [Fact]
    public async Task Two_who_publish_the_same_draft_at_once_publish_it_once()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        for (var round = 0; round < Rounds; round++)
        {
            var draft = await shelf.SavedAsync(Shelf.Text($"{round + 10}wd"));
            var (one, other) = await AtOnceAsync(() => shelf.PublishAsync(draft), () => shelf.PublishAsync(draft));
            OneWins(one, other, "designer.already-published");
            Assert.StartsWith($"{draft.Version} Published latest, {draft.Version - 1} Replaced", await shelf.StateAsync(), StringComparison.Ordinal);
        }

        await shelf.WholeAsync();
    }

    [Fact]
    public async Task Two_versions_published_at_once_leave_one_published()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        var second = await shelf.PublishedAsync(Shelf.Text("3wd"));
        var third = await shelf.PublishedAsync(Shelf.Text("4wd"));
        for (var round = 0; round < Rounds; round++)
        {
            await shelf.PublishedAsync(Shelf.Text($"{round + 10}wd"));
            var outcomes = await AtOnceAsync(() => shelf.PublishAsync(second), () => shelf.PublishAsync(third));
            Assert.Contains(new[] { outcomes.One, outcomes.Other }, outcome => outcome.IsDone);
            Assert.All(new[] { outcomes.One, outcomes.Other }.Where(outcome => !outcome.IsDone), outcome => Assert.Equal("designer.overtaken", outcome.Refusal?.Code));
            Assert.Equal((1, 1), await bureau.ReadAsync(async db => (
                await db.WorkflowDefinitions.CountAsync(version => version.DefinitionId == Shelf.Handling && version.IsPublished),
                await db.WorkflowDefinitions.CountAsync(version => version.DefinitionId == Shelf.Handling && version.IsLatest))));
        }

        await shelf.WholeAsync();
    }

    [Fact]
    public async Task A_director_never_publishes_a_text_other_than_the_one_he_read()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        for (var round = 0; round < Rounds; round++)
        {
            var draft = await shelf.SavedAsync(Shelf.Text($"{round + 10}wd"));
            var (published, saved) = await AtOnceAsync(() => shelf.PublishAsync(draft, expectedRevision: draft.Revision), () => shelf.SaveAsync(Shelf.Text("3wd"), draft.Revision));
            OneWins(published, saved);
            var now = await shelf.AskAsync(query => query.PublishedAsync(Shelf.Handling, TestContext.Current.CancellationToken));
            Assert.Equal(published.IsDone, now?.Sha256 == draft.Sha256);
            if (!published.IsDone)
            {
                await shelf.DeleteAsync(draft);
            }
        }

        await shelf.WholeAsync();
    }

    private static WorkflowDefinitionVersion OneWins(ShelfOutcome one, ShelfOutcome other, params string[] alsoNamed)
    {
        var outcomes = new[] { one, other };
        var won = Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.Contains(Assert.Single(outcomes, outcome => !outcome.IsDone).Refusal?.Code, new[] { "designer.overtaken" }.Concat(alsoNamed));
        return won.Version ?? throw new InvalidOperationException("Who wins leaves a version.");
    }

    private static async Task<(ShelfOutcome One, ShelfOutcome Other)> AtOnceAsync(Func<Task<ShelfOutcome>> one, Func<Task<ShelfOutcome>> other)
    {
        var outcomes = await Task.WhenAll(Task.Run(one), Task.Run(other));
        return (outcomes[0], outcomes[1]);
    }
}
