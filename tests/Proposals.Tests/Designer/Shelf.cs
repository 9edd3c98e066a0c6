using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Audit;
using Proposals.Designer;
using Proposals.People;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Designer;

/// <summary>The shelf of one bureau, and texts to put on it.</summary>
internal sealed class Shelf(Bureau bureau)
{
    public const string Handling = PublishedDefinitions.ProposalHandling;
    public const string Admin = "周一鸣";
    public const string Director = "俞敏";

    private static readonly string Shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", "proposal-handling.json"));

    public DateTimeOffset Now { get; private set; } = new(2025, 3, 17, 2, 0, 0, TimeSpan.Zero);

    /// <summary>The shipped workflow with another term in its first human step.</summary>
    public static string Text(string term = "3wd", string definitionId = Handling)
    {
        var envelope = Envelope();
        envelope["definitionId"] = definitionId;
        var activity = (envelope["root"]?["activities"] as JsonArray ?? []).OfType<JsonObject>().First(known => known["type"]?.GetValue<string>() == "Proposals.Receive");
        activity["term"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = term } };
        return envelope.ToJsonString();
    }

    /// <summary>With an activity that nobody knows.</summary>
    public static string Unknown()
    {
        var envelope = Envelope();
        (envelope["root"]?["activities"] as JsonArray ?? []).Add(new JsonObject { ["id"] = "odd", ["type"] = "Elsewhere.Odd", ["version"] = 1, ["keepsake"] = "kept as it was" });
        return envelope.ToJsonString();
    }

    public static JsonObject Envelope() => JsonNode.Parse(Shipped) as JsonObject ?? [];

    public async Task<WorkflowDefinitionVersion> SavedAsync(string text, string who = Admin)
    {
        var outcome = await SaveAsync(text, null, who);
        Assert.True(outcome.IsDone, outcome.Refusal?.Code);
        return outcome.Version ?? throw new InvalidOperationException("A saved draft has a version.");
    }

    public Task<ShelfOutcome> SaveAsync(string text, int? expectedRevision = null, string who = Admin) =>
        DoAsync(shelf => shelf.SaveDraftAsync(bureau.Id(who), text, expectedRevision, Next(), TestContext.Current.CancellationToken));

    public Task<ShelfOutcome> PublishAsync(WorkflowDefinitionVersion version, string who = Director, int? expectedRevision = null) =>
        DoAsync(shelf => shelf.PublishAsync(bureau.Id(who), version.DefinitionId, version.Id, expectedRevision, Next(), TestContext.Current.CancellationToken));

    public async Task<WorkflowDefinitionVersion> PublishedAsync(string text)
    {
        var outcome = await PublishAsync(await SavedAsync(text));
        Assert.True(outcome.IsDone, outcome.Refusal?.Code);
        return outcome.Version ?? throw new InvalidOperationException("A published version is one.");
    }

    public Task<ShelfOutcome> RetractAsync(WorkflowDefinitionVersion version, string who = Director, int? expectedRevision = null) =>
        DoAsync(shelf => shelf.RetractAsync(bureau.Id(who), version.DefinitionId, version.Id, expectedRevision, Next(), TestContext.Current.CancellationToken));

    public Task<ShelfOutcome> RevertAsync(WorkflowDefinitionVersion version, string who = Admin, int? expectedRevision = null) =>
        DoAsync(shelf => shelf.RevertAsync(bureau.Id(who), version.DefinitionId, version.Id, expectedRevision, Next(), TestContext.Current.CancellationToken));

    public Task<ShelfOutcome> DeleteAsync(WorkflowDefinitionVersion version, string who = Admin, int? expectedRevision = null) =>
        DoAsync(shelf => shelf.DeleteDraftAsync(bureau.Id(who), version.DefinitionId, version.Id, expectedRevision, Next(), TestContext.Current.CancellationToken));

    public Task<ShelfOutcome> DoAsync(Func<DefinitionShelf, Task<ShelfOutcome>> act) => bureau.WithAsync(act);

    public Task<ShelfOutcome> ImportAsync(string text, int expectedRevision, string who = Admin) =>
        DoAsync(shelf => shelf.ImportAsync(bureau.Id(who), text, expectedRevision, replaceDraft: true, Next(), TestContext.Current.CancellationToken));

    /// <summary>Duties change: here one more person draws.</summary>
    public Task<int> SetDutyAsync(string name, Duty duty)
    {
        var id = bureau.Id(name);
        return bureau.ReadAsync(db => db.Users.Where(person => person.Id == id).ExecuteUpdateAsync(set => set.SetProperty(person => person.Duties, duty)));
    }

    public Task<T> AskAsync<T>(Func<DefinitionQuery, Task<T>> ask) => bureau.WithAsync(ask);

    /// <summary>All versions in one line that a test can compare: "2 Draft latest, 1 Published".</summary>
    public Task<string> StateAsync(string definitionId = Handling) => AskAsync(query => StateAsync(query, definitionId));

    public static async Task<string> StateAsync(DefinitionQuery query, string definitionId = Handling)
    {
        var rows = await query.VersionsAsync(definitionId, null, 100, TestContext.Current.CancellationToken);
        return string.Join(", ", rows.Select(row => $"{row.Version} {row.State}{(row.IsLatest ? " latest" : "")}"));
    }

    public async Task WholeAsync(string definitionId = Handling) =>
        Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(DefinitionShelf.SubjectOf(definitionId), TestContext.Current.CancellationToken)));

    /// <summary>Later by a second, so that the order of acts can be read off their moments.</summary>
    private DateTimeOffset Next() => Now = Now.AddSeconds(1);
}
