using System.Collections.Frozen;

namespace Proposals.Workflows.Documents;

/// <summary>The short names by which Elsa knows types, and the older ways of writing them. A name that is not known stays as it is.</summary>
public static class TypeAliases
{
    /// <summary>No type has a longer name; without an end, a name could be made to nest as deep as a file is long.</summary>
    private const int MaxLength = 500;

    private const int MaxBrackets = 20;

    /// <summary>Lists of lists of lists of lists: nobody keeps more in a variable.</summary>
    private const int MaxDepth = 5;

    /// <summary>What a variable may be, by the names that are stored.</summary>
    public static IReadOnlyList<string> OfVariables { get; } =
    [
        "Object", "String", "Boolean", "Int16", "Int32", "Int64", "Single", "Double", "Decimal", "Guid", "DateTime", "DateTimeOffset", "TimeSpan", "Stream", "ByteArray",
        "JSON", "JsonElement", "JsonNode", "JsonObject", "JsonArray", "StringDictionary", "ObjectDictionary", "StringMap", "ObjectMap",
    ];

    private static readonly string[] othersOfElsa = ["FlowJoinMode", "SwitchMode", "Exception"];

    private static readonly string[] storageDrivers = ["WorkflowInstanceStorageDriver", "WorkflowStorageDriver", "MemoryStorageDriver"];

    private static readonly string[] strategies =
    [
        "AllowAlwaysStrategy", "SingletonStrategy", "CorrelatedSingletonStrategy", "CorrelationStrategy", "FaultStrategy", "ContinueWithIncidentsStrategy",
    ];

    private static readonly FrozenDictionary<string, string> aliases = OfVariables.Concat(othersOfElsa).Concat(storageDrivers).Concat(strategies)
        .Select(name => KeyValuePair.Create(name, name)).Append(KeyValuePair.Create("Long", "Int64"))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> classes = new Dictionary<string, string>
    {
        ["System.Byte[]"] = "ByteArray",
        ["System.IO.Stream"] = "Stream",
        ["System.Dynamic.ExpandoObject"] = "JSON",
        ["System.Text.Json.JsonElement"] = "JsonElement",
        ["System.Text.Json.Nodes.JsonNode"] = "JsonNode",
        ["System.Text.Json.Nodes.JsonObject"] = "JsonObject",
        ["System.Text.Json.Nodes.JsonArray"] = "JsonArray",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> dictionaries = new Dictionary<string, string>
    {
        ["IDictionary<String,String>"] = "StringDictionary",
        ["IDictionary<String,Object>"] = "ObjectDictionary",
        ["Dictionary<String,String>"] = "StringMap",
        ["Dictionary<String,Object>"] = "ObjectMap",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] collections =
        ["IEnumerable", "ICollection", "IList", "IReadOnlyCollection", "IReadOnlyList", "ISet", "List", "HashSet", "Collection"];

    public static bool CouldBe(string name) => name.Length <= MaxLength && name.Count(letter => letter is '[' or '<') <= MaxBrackets;

    public static string Canonical(string name) => TryResolve(name, out var alias) ? alias : name;

    /// <summary>Elsa looks for the class name anywhere in what is written.</summary>
    public static string StorageDriver(string name) => Array.Find(storageDrivers, driver => name.Contains(driver, StringComparison.Ordinal)) ?? Canonical(name);

    public static bool TryResolve(string name, out string alias)
    {
        alias = "";
        return name.Length <= MaxLength && TryFind(name.Trim(), MaxDepth, out alias);
    }

    private static bool TryFind(string name, int depth, out string alias)
    {
        if (aliases.TryGetValue(name, out var known) || classes.TryGetValue(name, out known)
            || (name.EndsWith('>') && dictionaries.TryGetValue(name.Replace(" ", "", StringComparison.Ordinal), out known)))
        {
            alias = known;
            return true;
        }

        alias = "";
        return depth > 0 && (TryCompound(name, depth - 1, out alias) || TryGeneric(name, depth - 1, out alias) || TryClass(name, depth - 1, out alias));
    }

    private static bool TryCompound(string name, int depth, out string alias)
    {
        foreach (var ending in new[] { "?", "[]" })
        {
            if (name.EndsWith(ending, StringComparison.Ordinal) && TryFind(name[..^ending.Length], depth, out var inner))
            {
                alias = inner + ending;
                return true;
            }
        }

        var open = name.IndexOf('<', StringComparison.Ordinal);
        if (open > 0 && name[^1] == '>' && collections.Contains(name[..open]) && TryFind(name[(open + 1)..^1].Trim(), depth, out var element))
        {
            alias = $"{name[..open]}<{element}>";
            return true;
        }

        alias = "";
        return false;
    }

    /// <summary>The runtime's own way of writing a list: <c>System.Collections.Generic.List`1[[System.String, System.Private.CoreLib]], System.Private.CoreLib</c>.</summary>
    private static bool TryGeneric(string name, int depth, out string alias)
    {
        alias = "";
        const string space = "System.Collections.Generic.";
        var open = name.IndexOf("`1[[", StringComparison.Ordinal);
        var close = name.LastIndexOf("]]", StringComparison.Ordinal);
        if (open < space.Length || close < open + 4 || !name.StartsWith(space, StringComparison.Ordinal) || !collections.Contains(name[space.Length..open])
            || !TryFind(name[(open + 4)..close], depth, out var element))
            return false;
        alias = $"{name[space.Length..open]}<{element}>";
        return true;
    }

    private static bool TryClass(string name, int depth, out string alias)
    {
        alias = "";
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var full = (comma < 0 ? name : name[..comma]).Trim();
        var dot = full.LastIndexOfAny(['.', '+']);
        if (dot < 0)
            return false;
        if (comma >= 0 && full.EndsWith("[]", StringComparison.Ordinal))
            return TryFind(full, depth, out alias);
        var isKnown = classes.TryGetValue(full, out var known)
            || (full.StartsWith("System.", StringComparison.Ordinal) && dot == "System".Length && aliases.TryGetValue(full[(dot + 1)..], out known))
            || (full.StartsWith("Elsa.", StringComparison.Ordinal) && aliases.TryGetValue(full[(dot + 1)..], out known));
        alias = known ?? "";
        return isKnown;
    }
}
