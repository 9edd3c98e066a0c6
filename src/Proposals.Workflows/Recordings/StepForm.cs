using System.Text.Json.Nodes;

namespace Proposals.Workflows.Recordings;

/// <summary>What a step of a recording applies. A form that is not known is refused with its own words; none is guessed.</summary>
internal abstract record StepForm
{
    public sealed record Execute(JsonObject Input, string? CorrelationId) : StepForm;

    /// <param name="Name">Id of the activity, or the name of its task.</param>
    /// <param name="TaskId">As the recording shows it in its bookmarks; empty where it does not say.</param>
    public sealed record Task(string Name, string TaskId, JsonNode? Result, bool IsRepeated) : StepForm;

    public sealed record ChildTask(string Name, JsonNode? Result) : StepForm;

    public sealed record Published(string Name, JsonNode? Input, string? CorrelationId) : StepForm;

    public sealed record Pause(TimeSpan Length) : StepForm;

    public sealed record Cancelled : StepForm;

    private const double LongestPause = 1e8;

    /// <summary>What each form may say besides its name.</summary>
    private static readonly Dictionary<string, string[]> known = new()
    {
        ["execute"] = [],
        ["task"] = ["taskId", "taskName", "result"],
        ["task_again"] = ["taskId", "taskName", "result"],
        ["child_task"] = ["taskId", "taskName", "result"],
        ["event"] = ["input", "correlationId"],
        ["wait"] = [],
        ["cancel"] = [],
    };

    public static StepForm Read(JsonNode? apply)
    {
        if (apply is JsonArray { Count: 2 } pair && Word(pair[0]) == "wait")
            return PauseOf(pair[1], apply);
        if (apply is not JsonObject named || known.Keys.FirstOrDefault(named.ContainsKey) is not { } form)
            throw new FormatException($"A step applies {apply?.ToJsonString() ?? "nothing"}, which is not known.");
        if (named.Select(property => property.Key).FirstOrDefault(name => name != form && !known[form].Contains(name)) is { } strange)
            throw new FormatException($"A step applies {named.ToJsonString()}; what {strange} means beside {form} is not known.");
        return form switch
        {
            "execute" => new Execute(named[form]?["input"]?.DeepClone() as JsonObject ?? [], Text(named[form]?["correlationId"])),
            "task" => new Task(NameIn(named, form), Word(named["taskId"]), named["result"], IsRepeated: false),
            "task_again" => new Task(NameIn(named, form), Word(named["taskId"]), named["result"], IsRepeated: true),
            "child_task" => new ChildTask(NameIn(named, form), named["result"]),
            "event" => new Published(NameIn(named, form), named["input"], Text(named["correlationId"])),
            "wait" => PauseOf(named[form], named),
            _ => new Cancelled(),
        };
    }

    private static Pause PauseOf(JsonNode? seconds, JsonNode apply) =>
        seconds is JsonValue value && value.TryGetValue(out double length) && length is >= 0 and <= LongestPause
            ? new Pause(TimeSpan.FromSeconds(length))
            : throw new FormatException($"A step applies {apply.ToJsonString()}; how long it waits is not known.");

    private static string NameIn(JsonObject named, string form) =>
        Word(named[form]) is { Length: > 0 } name ? name : throw new FormatException($"A step applies {named.ToJsonString()}; which {form} is meant is not known.");

    private static string? Text(JsonNode? node) => Word(node) is { Length: > 0 } word ? word : null;

    private static string Word(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? word) ? word : "";
}
