using System.Globalization;
using System.Text.Json.Nodes;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Documents;

/// <summary>One version of a definition as JSON in canonical form: what is stored, shown to Studio, exported and compared. Immutable.</summary>
/// <remarks>Not yet a definition that runs: <see cref="DefinitionReader"/> compiles it and may still refuse it.</remarks>
public sealed class DefinitionDocument
{
    private readonly JsonObject json;
    private readonly string text;

    private DefinitionDocument(JsonObject json, string text)
    {
        this.json = json;
        this.text = text;
    }

    public string? Id => Text("id");

    /// <summary>The same for all versions; empty in a file that never had one.</summary>
    public string DefinitionId => Text("definitionId") ?? "";

    public string Name => Text("name") is { Length: > 0 } name ? name : DefinitionId;

    public int Version => json["version"]?.GetValue<int>() ?? 1;

    public bool IsLatest => Flag("isLatest");

    public bool IsPublished => Flag("isPublished");

    public DateTimeOffset? CreatedAt =>
        DateTimeOffset.TryParse(Text("createdAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    internal JsonObject Json => json;

    /// <summary>Reads every form that Elsa ever wrote. Never throws on what stands in <paramref name="text"/>.</summary>
    public static DocumentResult Read(string text, ActivityCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(catalogue);
        var problems = new ProblemList();
        var document = Read(text, catalogue, problems);
        return new DocumentResult(problems.HasErrors ? null : document, problems.ToList());
    }

    /// <summary>A copy; changing it changes nothing here.</summary>
    public JsonObject ToJson() => (JsonObject)json.DeepClone();

    public string ToText() => text;

    /// <summary>The same content as another version, or under another name. What is left out stays.</summary>
    public DefinitionDocument With(
        string? definitionId = null, string? id = null, int? version = null, string? name = null,
        bool? isLatest = null, bool? isPublished = null, DateTimeOffset? createdAt = null)
    {
        var changed = ToJson();
        Set(changed, "definitionId", JsonWords.Whole(definitionId));
        Set(changed, "id", JsonWords.Whole(id));
        Set(changed, "version", version);
        Set(changed, "name", JsonWords.Whole(name)?.Trim());
        Set(changed, "isLatest", isLatest);
        Set(changed, "isPublished", isPublished);
        Set(changed, "createdAt", createdAt?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
        EnvelopeForm.Order(changed);
        return new DefinitionDocument(changed, CanonicalText.Write(changed));
    }

    private static DefinitionDocument? Read(string text, ActivityCatalogue catalogue, ProblemList problems)
    {
        if (!JsonText.TryParse(text, "$", problems, out var parsed))
            return null;
        if (parsed is not JsonObject envelope)
        {
            problems.Error("definition.json", "$", "流程文件不是一个 JSON 对象。请导入由设计器导出的文件。", "The file is not a JSON object. Import a file that the designer exported.");
            return null;
        }

        EnvelopeForm.Read(envelope, catalogue, problems);
        if (problems.HasErrors)
            return null;
        if (CanonicalText.TryWrite(envelope, JsonText.MaxDepth, JsonText.MaxCharacters, out var canonical))
            return new DefinitionDocument(envelope, canonical);
        problems.Error("definition.size", "$", "流程文件写成规范格式后超过1 MB或嵌套超过64层。请拆分流程或删去过大的内容。",
            "In its canonical form the definition is larger than 1 MB or nests more than 64 deep. Split it, or remove what is too large.");
        return null;
    }

    private static void Set(JsonObject document, string name, JsonNode? value)
    {
        if (value is not null)
            document[name] = value;
    }

    private string? Text(string name) => JsonWords.Text(json[name]);

    private bool Flag(string name) => JsonWords.Flag(json[name]) == true;
}

/// <summary>Either a document or the problems that keep it from being read; warnings may stand beside a document.</summary>
public sealed record DocumentResult(DefinitionDocument? Document, IReadOnlyList<Problem> Problems);
