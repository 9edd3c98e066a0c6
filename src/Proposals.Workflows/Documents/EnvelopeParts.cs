using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Documents;

/// <summary>Parts of the envelope with a form of their own.</summary>
internal static class EnvelopeParts
{
    private static readonly PropertyOrder inputOrder = new("type", "name", "displayName", "description", "category", "uiHint", "storageDriverType");

    private static readonly PropertyOrder optionOrder = new(
        "activationStrategyType", "activityCategory", "autoUpdateConsumingWorkflows", "commitStrategyName", "incidentStrategyType", "usableAsActivity");

    /// <summary>Inputs and outputs of the definition.</summary>
    public static void Parameters(JsonArray list, string where, ProblemList problems)
    {
        var position = -1;
        foreach (var item in list)
        {
            position++;
            if (item is not JsonObject definition)
                continue;
            inputOrder.Apply(definition, $"{where}[{position}]", problems);
            if (JsonWords.Text(definition["type"]) is { } type)
                definition["type"] = TypeAliases.Canonical(type);
            if (JsonWords.Text(definition["storageDriverType"]) is { } driver)
                definition["storageDriverType"] = TypeAliases.StorageDriver(driver);
        }
    }

    public static void Options(JsonObject envelope, ProblemList problems)
    {
        var usable = envelope["usableAsActivity"];
        envelope.Remove("usableAsActivity");
        if (usable is not null && JsonWords.Flag(usable) is null)
            EnvelopeShape.Wrong("$.usableAsActivity", "true 或 false", "true or false", problems);
        EnvelopeShape.Object(envelope, "options", problems);
        if (envelope["options"] is not JsonObject options)
            return;
        optionOrder.Apply(options, "$.options", problems);
        if (usable is not null)
            options.TryAdd("usableAsActivity", usable);
        foreach (var name in new[] { "activationStrategyType", "incidentStrategyType" })
        {
            if (JsonWords.Text(options[name]) is { } strategy)
                options[name] = TypeAliases.Canonical(strategy);
        }

        foreach (var name in new[] { "autoUpdateConsumingWorkflows", "usableAsActivity" })
        {
            if (options[name] is { } value && JsonWords.Flag(value) is null)
                EnvelopeShape.Wrong("$.options." + name, "true 或 false", "true or false", problems);
        }

        optionOrder.Apply(options, "$.options", problems);
    }
}
