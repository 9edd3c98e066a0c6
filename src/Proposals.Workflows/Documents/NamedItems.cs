namespace Proposals.Workflows.Documents;

/// <summary>Things by name, in their order; the second of the same name is "name (2)".</summary>
internal sealed class NamedItems<T>
{
    private readonly Dictionary<string, int> times = [];

    public Dictionary<string, T> All { get; } = [];

    public void Add(string name, T item)
    {
        var time = times[name] = times.GetValueOrDefault(name) + 1;
        All.TryAdd(time == 1 ? name : $"{name} ({time})", item);
    }
}
