using System.Text.Json.Nodes;

namespace Proposals.Workflows.Tests.Documents;

/// <summary>Rewrites a canonical document as older writers of Elsa would have put it, each thing by chance. It means the same all the while.</summary>
internal sealed class OlderWriter(Random chance)
{
    private static readonly Dictionary<string, string> longNames = new()
    {
        ["Int64"] = "long",
        ["String"] = "System.String, System.Private.CoreLib",
        ["Boolean"] = "boolean",
        ["List<String>"] = "System.Collections.Generic.List`1[[System.String, System.Private.CoreLib]], System.Private.CoreLib",
        ["ObjectDictionary"] = "IDictionary<String, Object>",
        ["FaultStrategy"] = "Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core",
        ["WorkflowInstanceStorageDriver"] = "Elsa.Workflows.Services.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
    };

    public JsonObject Rewrite(JsonObject document)
    {
        if (document["options"] is JsonObject options && options["usableAsActivity"] is { } usable && Now())
        {
            options.Remove("usableAsActivity");
            document["usableAsActivity"] = usable;
        }

        if (document["root"] is JsonObject root)
            Activity(root);
        Types(document);
        var shuffled = new JsonObject();
        foreach (var (name, value) in document.OrderBy(_ => chance.Next()).ToArray())
        {
            document.Remove(name);
            shuffled[Now() && name is not "unheardOf" ? Capital(name) : name] = value;
        }

        return shuffled;
    }

    private void Activity(JsonObject activity)
    {
        var type = activity["type"]?.GetValue<string>() ?? "";
        foreach (var (name, value) in activity.ToArray())
        {
            if (name is "customProperties" or "metadata")
                continue;
            if (value is JsonObject { Count: > 1 } inner && inner["type"] is JsonValue && inner["id"] is JsonValue)
                Activity(inner);
            else if (value is JsonArray list && name is "activities" or "cases")
                Items(list.OfType<JsonObject>());
            else if (value is JsonObject wrapped && wrapped["expression"] is JsonObject expression)
                Input(activity, type, name, wrapped, expression);
        }

        Flags(activity);
        if (type == "Elsa.Flowchart")
            Flowchart(activity);
        foreach (var (name, value) in new[] { ("nodeId", JsonValue.Create("Workflow1:x")), ("description", null), ("_type", JsonValue.Create("A.B, C")) })
        {
            if (Now())
                activity[name] = value;
        }

        foreach (var (name, value) in activity.OrderBy(_ => chance.Next()).ToArray())
        {
            activity.Remove(name);
            activity[name] = value;
        }
    }

    private void Items(IEnumerable<JsonObject> items)
    {
        foreach (var item in items)
        {
            if (item["type"] is JsonValue)
                Activity(item);
            else if (item["activity"] is JsonObject inner)
                Activity(inner);
        }
    }

    private void Input(JsonObject activity, string type, string name, JsonObject wrapped, JsonObject expression)
    {
        var kind = expression["type"]?.GetValue<string>();
        if (kind == "Object" && Now())
            expression["type"] = "Json";
        if (kind is "Variable" or "Input" && expression["value"] is JsonObject named && Now())
            expression["value"] = named.ToJsonString();
        if (kind == "Literal" && type is "Test.Strict" or "Elsa.FlowDecision" && expression["value"] is { } value && Now())
            activity[name] = value.DeepClone();
        else if (type is "Test.Strict" or "Elsa.FlowDecision" && Now())
            wrapped.Remove("typeName");
        // As Studio leaves it.
        if (Now())
            wrapped["memoryReference"] = null;
    }

    private void Flags(JsonObject activity)
    {
        if (activity["customProperties"] is not JsonObject custom)
            return;
        foreach (var flag in new[] { "canStartWorkflow", "runAsynchronously" })
        {
            if (custom[flag] is not { } said || !Now())
                continue;
            custom.Remove(flag);
            if (Now())
                custom[Capital(flag)] = said;
            else
                activity[Now() ? flag : Capital(flag)] = said;
        }
    }

    private void Flowchart(JsonObject flowchart)
    {
        if (flowchart["connections"] is JsonArray { Count: > 0 } connections)
        {
            foreach (var connection in connections.OfType<JsonObject>())
                Connection(connection);
            flowchart["connections"] = chance.Next(4) switch
            {
                0 => new JsonObject { ["$values"] = connections.DeepClone() },
                1 => new JsonObject { ["_type"] = "List", ["items"] = connections.DeepClone() },
                2 when connections.Count == 1 => connections[0]?.DeepClone(),
                _ => connections.DeepClone(),
            };
        }

        if (Now())
            flowchart["start"] = "n1";
        if (Now() && flowchart["activities"] is JsonArray activities)
            flowchart["activities"] = new JsonObject { ["_type"] = "List", ["values"] = activities.DeepClone() };
    }

    private void Connection(JsonObject connection)
    {
        if (connection["source"] is not JsonObject source || connection["target"] is not JsonObject target)
            return;
        if (source["port"]?.GetValue<string>() == "Done" && Now())
            source.Remove("port");
        if (Now())
            target.Remove("port");
        if (!Now())
            return;
        (connection["source"], connection["target"]) = (source["activity"]?.DeepClone(), target["activity"]?.DeepClone());
        if (source["port"] is { } port)
            connection["sourcePort"] = port.DeepClone();
    }

    private void Types(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Types(item);
        }

        if (node is not JsonObject found)
            return;
        foreach (var (name, value) in found.ToArray())
        {
            if (name is "typeName" or "storageDriverTypeName" or "incidentStrategyType" && value is JsonValue && longNames.TryGetValue(value.GetValue<string>(), out var longer) && Now())
                found[name] = longer;
            else if (name is not "customProperties" and not "metadata" and not "unheardOf" and not "setting")
                Types(value);
        }
    }

    private bool Now() => chance.Next(3) == 0;

    private static string Capital(string name) => name.StartsWith('$') ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
