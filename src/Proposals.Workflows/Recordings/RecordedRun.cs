using System.Text.Json;
using System.Text.Json.Nodes;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Recordings;

/// <summary>A recording of a run (definition, steps, journal, final state) played by this engine and held against what was recorded.</summary>
public static class RecordedRun
{
    /// <param name="recording">The recording's JSON.</param>
    /// <param name="catalogue">Activities that definitions may use.</param>
    /// <param name="find">Finds other definitions that the recorded one uses.</param>
    public static RecordedRunResult Play(string recording, ActivityCatalogue catalogue, FindDefinition find)
    {
        ArgumentNullException.ThrowIfNull(recording);
        try
        {
            return Read(recording) is { } recorded ? Play(recorded, catalogue, find) : new RecordedRunResult("", [], "The file is not a recording: it has no definition.");
        }
        catch (Exception broken) when (broken is JsonException or FormatException or InvalidOperationException)
        {
            return new RecordedRunResult("", [], $"The file cannot be played: {broken.Message}");
        }
    }

    private static JsonObject? Read(string recording) => JsonNode.Parse(recording.TrimStart('\uFEFF')) is JsonObject { } read && read["definition"] is JsonObject ? read : null;

    private static RecordedRunResult Play(JsonObject recorded, ActivityCatalogue catalogue, FindDefinition find)
    {
        var (text, refused) = (recorded["definition"]?.ToJsonString() ?? "", "");
        var loaded = DefinitionReader.Load(text, catalogue, find);
        if (Errors(loaded) is { Count: > 0 } errors && errors.TrueForAll(problem => problem.Code.StartsWith("script.", StringComparison.Ordinal)))
        {
            // It is run up to the first of them all the same, so that the difference excuses nothing that comes before.
            var scripts = new RefusedScripts(errors.Select(problem => problem.Where));
            loaded = DefinitionReader.Load(scripts.Replace(text), catalogue, (id, version) => find(id, version) is { } inner ? scripts.Replace(inner) : null);
            refused = errors[0].Sentence.English;
        }

        if (loaded.Definition is not { } definition)
            return new RecordedRunResult("", [], $"The definition does not run: {Errors(loaded)[0].Where}: {Errors(loaded)[0].Sentence.English}");
        if (recorded["steps"] is not JsonArray { Count: > 0 } steps)
            return new RecordedRunResult("A definition without a run; it loads.", [], null);
        var player = new RecordingPlayer(catalogue, find);
        var own = player.Play(definition, steps);
        var comparison = new RecordingComparison(recorded, own, definition, player);
        var difference = comparison.FirstDifference();
        var (intended, notes) = refused.Length == 0 ? ([], []) : (new[] { IntendedDifference.ScriptDialect }, new[] { refused });
        return new RecordedRunResult(own.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), [.. comparison.Intended.Union(intended).Order(StringComparer.Ordinal)], difference)
        {
            MissingDefinitions = player.Missing,
            Notes = [.. player.Notes.Concat(notes).Distinct()],
        };
    }

    private static List<Problem> Errors(LoadResult loaded) => [.. loaded.Problems.Where(problem => problem.Severity == ProblemSeverity.Error)];
}

/// <param name="Text">Journal and state in the recording's form.</param>
/// <param name="IntendedDifferences">Names of those that were met.</param>
/// <param name="Difference">The first difference that is not intended.</param>
public sealed record RecordedRunResult(string Text, IReadOnlyList<string> IntendedDifferences, string? Difference)
{
    /// <summary>Definitions that the run asked for and that were not there.</summary>
    public IReadOnlyList<string> MissingDefinitions { get; init; } = [];

    /// <summary>What the recording left open and how it was read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
