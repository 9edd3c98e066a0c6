using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Proposals.Workflows.Documents;

namespace Proposals.Workflows.Tests.Documents;

public sealed class RoundTripTests
{
    public static TheoryData<string> Shipped => [.. DocumentFiles.Shipped.Select(Path.GetFileName).OfType<string>()];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void The_shipped_files_are_canonical(string name)
    {
        var text = File.ReadAllText(DocumentFiles.Shipped.Single(file => Path.GetFileName(file) == name));
        Assert.Equal(text, DocumentFiles.Read(text).ToText());
    }

    /// <summary>Whatever stands in a definition: once written it is written the same for ever, and however an older writer put it, it is read as the same.</summary>
    [Fact]
    public void Reading_writing_and_reading_again_is_the_identity()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var chance = new Random(seed);
            var made = new DocumentMaker(chance).Document().ToJsonString();
            var document = DocumentFiles.Read(made);
            RequireKept(JsonNode.Parse(made), document.ToJson());
            var again = DocumentFiles.Read(document.ToText());
            var older = DocumentFiles.Read(new OlderWriter(chance).Rewrite(document.ToJson()).ToJsonString());
            return again.ToText() == document.ToText() && older.ToText() == document.ToText() && DefinitionDiff.Between(document, older).Count == 0;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Soak.Count(1000)).WithEndSize(1_000_000), property);
    }

    /// <summary>What nobody has heard of is there after reading as it was made.</summary>
    private static void RequireKept(JsonNode? made, JsonObject read)
    {
        RequireSame("unheardOf", made?["unheardOf"], read["unheardOf"]);
        var found = Activities(read).ToDictionary(activity => activity["id"]?.ToString() ?? "");
        foreach (var activity in Activities(made))
        {
            var id = activity["id"]?.ToString() ?? "";
            RequireSame($"{id}.customProperties.other", activity["customProperties"]?["other"], found[id]["customProperties"]?["other"]);
            if (activity["type"]?.ToString() != "Some.Unheard")
                continue;
            // An activity inside is read as one, and is compared by its own id.
            foreach (var (name, value) in activity.Where(property => property.Key != "customProperties" && !IsActivity(property.Value)))
                RequireSame($"{id}.{name}", value, found[id][name]);
        }
    }

    private static void RequireSame(string where, JsonNode? made, JsonNode? read)
    {
        if (!JsonNode.DeepEquals(made, read))
            throw new InvalidOperationException($"{where} was {made?.ToJsonString()} and is read as {read?.ToJsonString()}.");
    }

    private static IEnumerable<JsonObject> Activities(JsonNode? node) => node switch
    {
        JsonObject activity when IsActivity(activity) => activity.SelectMany(property => Activities(property.Value)).Prepend(activity),
        JsonObject thing => thing.SelectMany(property => Activities(property.Value)),
        JsonArray list => list.SelectMany(Activities),
        _ => [],
    };

    private static bool IsActivity(JsonNode? node) => node is JsonObject activity && activity["id"] is not null && activity["type"] is not null && activity["version"] is not null;

    public static TheoryData<string> Canonical => [.. DocumentFiles.Canonical];

    /// <summary>Nothing in the place of something stands for its default or is refused; it is never written in one way today and in another tomorrow.</summary>
    [Theory]
    [MemberData(nameof(Canonical))]
    public void Nothing_in_any_place_is_written_the_same_for_ever(string file)
    {
        string[] nothings = ["null", "{}", "[]", """{ "typeName": "Object", "memoryReference": null }"""];
        var (read, places) = (0, Values(Parsed()).Count);
        for (var place = 0; place < places; place++)
        {
            foreach (var nothing in nothings)
            {
                var text = Parsed();
                var (owner, name) = Values(text)[place];
                owner[name] = JsonNode.Parse(nothing);
                if (DefinitionDocument.Read(text.ToJsonString(), TestCatalogue.Office).Document is not { } document)
                    continue;
                read++;
                Assert.Equal(document.ToText(), DocumentFiles.Read(document.ToText()).ToText());
            }
        }

        Assert.True(read > places, $"{read} of {places} places");

        JsonNode Parsed() => JsonNode.Parse(DocumentFiles.Text(file)) ?? throw new InvalidOperationException(file);
    }

    private static List<(JsonObject Owner, string Name)> Values(JsonNode? node) => node switch
    {
        JsonObject owner => [.. owner.SelectMany(property => Values(property.Value).Prepend((owner, property.Key)))],
        JsonArray list => [.. list.SelectMany(Values)],
        _ => [],
    };
}
