using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Documents;

/// <summary>Ids of all activities of a definition, however deep they are embedded: short, without spaces, and each only once.</summary>
internal sealed class ActivityIds(ProblemList problems)
{
    private const int MaxLength = 100;

    private readonly HashSet<string> claimed = [];

    public string? Claim(JsonObject activity, string where)
    {
        var id = JsonWords.Text(activity["id"]);
        if (string.IsNullOrEmpty(id) || id.Length > MaxLength || id.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
        {
            Missing(where);
            return null;
        }

        if (claimed.Add(id))
            return id;
        problems.Error("activity.duplicate", id, $"编号“{id}”用了不止一次。请给其中一个改编号。", $"The id \"{id}\" is used more than once. Change one of them.");
        return null;
    }

    public void Missing(string where) => problems.Error("activity.id", where, "这个步骤没有编号（id），或编号过长、含有空格。请填写一个简短的编号。",
        "This activity has no id, or one that is too long or has spaces. Give it a short one.");

    public string Free(string wanted)
    {
        var id = wanted;
        for (var next = 2; claimed.Contains(id); next++)
            id = wanted + next;
        return id;
    }
}
