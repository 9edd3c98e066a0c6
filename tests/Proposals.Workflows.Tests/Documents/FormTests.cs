using System.Text.Json.Nodes;
using Proposals.Workflows.Documents;

namespace Proposals.Workflows.Tests.Documents;

/// <summary>Forms/NAME.json is canonical, and every file in Forms/NAME/ is the same definition as some older or sloppier writer would have put it.</summary>
public sealed class FormTests
{
    public static TheoryData<string> Canonical => [.. DocumentFiles.Canonical];

    public static TheoryData<string, string> Older => [.. DocumentFiles.Older];

    [Theory]
    [MemberData(nameof(Older))]
    public void Every_form_that_Elsa_ever_wrote_is_read_as_the_same_definition(string name, string form)
    {
        var older = DocumentFiles.Read(DocumentFiles.Text(Path.Combine(name, form)));
        Assert.Equal(DocumentFiles.Text(name + ".json"), older.ToText());
        Assert.Empty(DefinitionDiff.Between(DocumentFiles.Read(DocumentFiles.Text(name + ".json")), older));
    }

    [Theory]
    [MemberData(nameof(Canonical))]
    public void What_is_canonical_stays_as_it_is(string name)
    {
        var text = DocumentFiles.Text(name);
        var document = DocumentFiles.Read(text);
        Assert.Equal(text, document.ToText());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), document.ToJson()));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_a_definition() =>
        Assert.Equal(DocumentFiles.Text("small.json"), DocumentFiles.Read("\uFEFF" + DocumentFiles.Text("small.json").ReplaceLineEndings("\r\n")).ToText());

    [Fact]
    public void The_same_content_becomes_another_version_without_touching_the_first()
    {
        var first = DocumentFiles.Read(DocumentFiles.Text("visit.json"));
        var created = new DateTimeOffset(2026, 4, 1, 8, 30, 0, TimeSpan.FromHours(8));
        var second = first.With(id: "visit-v4", version: 4, name: " 上门\ud800 ", isLatest: true, isPublished: false, createdAt: created);
        Assert.Equal(("visit-v4", "visit", 4, "上门\uFFFD", true, false), (second.Id, second.DefinitionId, second.Version, second.Name, second.IsLatest, second.IsPublished));
        Assert.Equal(created, second.CreatedAt);
        Assert.Equal(second.ToText(), DocumentFiles.Read(second.ToText()).ToText());
        Assert.Equal(("visit-v3", 3, "上门面商", true), (first.Id, first.Version, first.Name, first.IsPublished));
        Assert.Equal(DocumentFiles.Text("visit.json"), first.ToText());
        first.ToJson()["name"] = "别的";
        Assert.Equal("上门面商", first.Name);
    }

    [Fact]
    public void A_definition_that_never_had_an_id_gets_one_from_its_keeper()
    {
        var result = DefinitionDocument.Read("""{"name":"新流程"}""", TestCatalogue.Office);
        Assert.Equal(["definition.id", "root.missing"], result.Problems.Select(problem => problem.Code));
        var document = result.Document?.With(definitionId: "new");
        Assert.Equal(("new", "新流程"), (document?.DefinitionId, document?.Name));
        Assert.Contains("\"definitionId\": \"new\",\n  \"name\"", document?.ToText(), StringComparison.Ordinal);
        Assert.Contains("\"type\": \"Elsa.Sequence\"", document?.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_that_was_put_aside_and_lost_an_end_is_not_restored_but_told()
    {
        var result = DefinitionDocument.Read(DocumentFiles.Text("small.json").Replace(
            "\"variables\": [],\n    \"customProperties\": {},",
            """ "variables":[],"customProperties":{"notFoundConnections":[{"source":{"activity":"gone"},"target":{"activity":"tell"}}]}, """, StringComparison.Ordinal), TestCatalogue.Office);
        Assert.Equal(("connection.lost", "$.root.customProperties.notFoundConnections[0]"), result.Problems.Select(problem => (problem.Code, problem.Where)).Single());
        Assert.Equal(DocumentFiles.Text("small.json"), result.Document?.ToText());
    }

    [Fact]
    public void A_placeholder_without_its_activity_stays_what_it_is()
    {
        var document = DocumentFiles.Read("""{"definitionId":"x","root":{"id":"gone","type":"Elsa.NotFoundActivity","missingTypeName":"A.B"}}""");
        Assert.Equal("A.B", document.ToJson()["root"]?["missingTypeName"]?.GetValue<string>());
    }

    [Fact]
    public void A_root_without_an_id_gets_one_that_nobody_has()
    {
        var document = DocumentFiles.Read("""{"definitionId":"x","root":{"type":"Elsa.Flowchart","activities":[{"id":"root","type":"Elsa.Start"}]}}""");
        Assert.Equal("root2", document.ToJson()["root"]?["id"]?.GetValue<string>());
        var restored = DocumentFiles.Read("""{"definitionId":"x","root":{"type":"Elsa.NotFoundActivity","originalActivityJson":"{\"id\":\"own\",\"type\":\"Elsa.Start\"}"}}""");
        Assert.Equal("own", restored.ToJson()["root"]?["id"]?.GetValue<string>());
    }
}
