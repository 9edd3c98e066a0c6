using System.Text;

namespace Proposals.Workflows.Documents;

/// <summary>Where a reader stands in a file; becomes text only when there is something to say about the place.</summary>
internal sealed class JsonPath(string start)
{
    private readonly List<(string? Name, int Index)> parts = [];

    public string? Last => parts.Count == 0 ? null : parts[^1].Name;

    public bool IsBelow(string name) => parts.Count > 1 && string.Equals(parts[0].Name, name, StringComparison.OrdinalIgnoreCase);

    public void Enter(string name) => parts.Add((name, 0));

    public void Enter(int index) => parts.Add((null, index));

    public void Leave() => parts.RemoveAt(parts.Count - 1);

    public override string ToString()
    {
        var text = new StringBuilder(start);
        foreach (var (name, index) in parts)
        {
            if (name is null)
                text.Append('[').Append(index).Append(']');
            else
                text.Append(Below(name));
        }

        return text.ToString();
    }

    public static string Below(string name)
    {
        const int longest = 60;
        var shown = name.Length > longest ? name[..longest] + "…" : name;
        return shown.Length > 0 && shown.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$') ? "." + shown : $"['{shown.ReplaceLineEndings(" ")}']";
    }
}
