using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Documents;

/// <summary>What stands around the root has fixed types; Elsa throws where they are others.</summary>
internal static class EnvelopeShape
{
    public static void Object(JsonObject envelope, string name, ProblemList problems)
    {
        if (!envelope.ContainsKey(name))
            envelope[name] = new JsonObject();
        else if (envelope[name] is not JsonObject)
            Wrong("$." + name, "一个对象", "an object", problems);
    }

    public static void Each(JsonArray list, string where, Func<JsonNode?, bool> fits, string chinese, string english, ProblemList problems)
    {
        for (var position = 0; position < list.Count; position++)
        {
            if (!fits(list[position]))
                Wrong($"{where}[{position}]", chinese, english, problems);
        }
    }

    public static void Wrong(string where, string chinese, string english, ProblemList problems) =>
        problems.Error("definition.shape", where, $"这里应是{chinese}。请改正，或删去这一项。", $"This must be {english}. Correct it, or leave it out.");
}
