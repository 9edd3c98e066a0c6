using System.Globalization;
using System.Text.Json;
using Proposals.Audit;
using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Web.Pages.Handling;

/// <summary>An audit entry read back from its canonical text. Missing parts are null: old entries stay readable when acts grow.</summary>
public sealed class TrailEntry(AuditEntry entry, JsonElement root)
{
    private readonly JsonElement what = root.TryGetProperty("what", out var found) ? found : default;

    public int Number => entry.Number;

    public string Act => entry.Act;

    public DateTimeOffset RecordedAt => entry.RecordedAt;

    public Guid? RecordedById => entry.RecordedById;

    public Guid? DecidedById => Id(root, "decidedBy");

    /// <summary>系统跳过 has no day of its own.</summary>
    public DateOnly? OccurredOn => Day(root, "occurredOn");

    public FileId? OriginalId => Id(root, "original") is { } id ? new FileId(id) : null;

    public int Round => root.TryGetProperty("round", out var round) && round.TryGetInt32(out var number) ? number : 0;

    /// <summary>The waiting that the system answered by skipping it.</summary>
    public string? SkippedWait => Line(root, "engine") is not { } engine ? null
        : engine.TryGetProperty("told", out var told) && told.ValueKind == JsonValueKind.Array ? told.EnumerateArray().Select(line => Text(line, "wait")).FirstOrDefault()
        // So it stood there before a case could have more than one instance.
        : Text(engine, "wait");

    /// <summary>更正: field, what stood there, what stands there now.</summary>
    public IReadOnlyList<(string Field, string Before, string After)> Corrected =>
        [.. Lines("corrected").Select(line => (Text(line, "field") ?? "", Text(line, "before") ?? "", Text(line, "after") ?? ""))];

    /// <summary>Deadlines that moved with it.</summary>
    public IReadOnlyList<MovedDate> Moved =>
    [
        .. from line in Lines("moved")
           let kind = Enum.TryParse<DeadlineKind>(Text(line, "kind"), out var known) ? known : (DeadlineKind?)null
           where kind is not null && Day(line, "before") is not null && Day(line, "after") is not null
           select new MovedDate(kind.Value, Day(line, "before") ?? default, Day(line, "after") ?? default),
    ];

    /// <summary>Where workflows stopped because of this act.</summary>
    public IReadOnlyList<string> Incidents => root.TryGetProperty("incidents", out var raised) && raised.ValueKind == JsonValueKind.Array
        ? [.. raised.EnumerateArray().Select(line => Text(line, "id")).OfType<string>()]
        : [];

    /// <summary>A field of the act, as text.</summary>
    public string? What(string field) => Text(what, field) is { Length: > 0 } text ? text : null;

    public Guid? WhatId(string field) => Id(what, field);

    public IReadOnlyList<Guid> WhatIds(string field) =>
        what.ValueKind == JsonValueKind.Object && what.TryGetProperty(field, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String && item.TryGetGuid(out _)).Select(item => item.GetGuid())]
            : [];

    /// <summary>A list of words.</summary>
    public IReadOnlyList<string> WhatTexts(string field) =>
        what.ValueKind == JsonValueKind.Object && what.TryGetProperty(field, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : null).OfType<string>()]
            : [];

    public bool? WhatFlag(string field) =>
        what.ValueKind == JsonValueKind.Object && what.TryGetProperty(field, out var flag) ? flag.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null } : null;

    public int WhatCount(string field) =>
        what.ValueKind == JsonValueKind.Object && what.TryGetProperty(field, out var list) && list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0;

    /// <summary>One field of each line of a list.</summary>
    public IReadOnlyList<string> WhatEach(string list, string field) =>
        what.ValueKind == JsonValueKind.Object && what.TryGetProperty(list, out var lines) && lines.ValueKind == JsonValueKind.Array
            ? [.. lines.EnumerateArray().Select(line => Text(line, field) ?? "")]
            : [];

    /// <summary>A member of an enum of the domain; null where this version knows it no more.</summary>
    public T? WhatEnum<T>(string field)
        where T : struct, Enum => Enum.TryParse<T>(What(field), out var value) ? value : null;

    private IEnumerable<JsonElement> Lines(string name) =>
        root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static JsonElement? Line(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? Text(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Guid? Id(JsonElement node, string name) => Guid.TryParse(Text(node, name), out var id) ? id : null;

    private static DateOnly? Day(JsonElement node, string name) =>
        DateOnly.TryParseExact(Text(node, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>Reads the chain of a case; the only place of the face that knows how an entry is written down.</summary>
public static class TrailReader
{
    public static IReadOnlyList<TrailEntry> Read(IEnumerable<AuditEntry> trail) => [.. trail.Select(Read)];

    private static TrailEntry Read(AuditEntry entry)
    {
        using var document = JsonDocument.Parse(entry.Text);
        return new TrailEntry(entry, document.RootElement.Clone());
    }
}
