using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Documents;

/// <summary>Elsa replaces an activity whose type it does not know by a placeholder that holds its JSON as text. Here the activity itself comes back.</summary>
internal static class PlaceholderForm
{
    private const string Placeholder = "Elsa.NotFoundActivity";
    private const int MaxNested = 8;

    private static readonly PropertyOrder names = new("originalActivityJson");

    /// <summary>The activity itself, or null where its text cannot be read.</summary>
    public static JsonObject? Restore(JsonObject activity, string where, ProblemList problems)
    {
        var current = activity;
        for (var depth = 0; JsonWords.Text(current["type"]) == Placeholder; depth++)
        {
            names.Apply(current, where, problems);
            if (JsonWords.Text(current["originalActivityJson"]) is not { Length: > 0 } text)
                return Again(current, where, problems);
            if (depth == MaxNested || !JsonText.TryParse(text, where + ".originalActivityJson", problems, out var parsed) || parsed is not JsonObject original)
            {
                problems.Error("activity.placeholder", where, "这个占位步骤里保存的原步骤无法读取。请删除它，重新添加该步骤。",
                    "The activity that this placeholder holds cannot be read. Remove the placeholder, and add the activity again.");
                return null;
            }

            ActivityNames.Spell(original, where, problems);
            Inherit(current, original);
            current = original;
        }

        return Again(current, where, problems);
    }

    private static JsonObject Again(JsonObject activity, string where, ProblemList problems)
    {
        ActivityNames.Spell(activity, where, problems);
        return activity;
    }

    /// <summary>A copied placeholder has an id of its own, to which the connections point, and one that was moved its own place.</summary>
    private static void Inherit(JsonObject placeholder, JsonObject original)
    {
        foreach (var name in new[] { "id", "name" })
        {
            if (JsonWords.Text(placeholder[name]) is { Length: > 0 } own)
                original[name] = own;
        }

        if ((placeholder["metadata"] as JsonObject)?["designer"] is JsonObject drawn)
        {
            if (original["metadata"] is not JsonObject metadata)
                original["metadata"] = metadata = [];
            metadata["designer"] = drawn.DeepClone();
        }
    }
}
