namespace Proposals.Workflows.Execution;

internal enum InstanceStatus
{
    Running,
    Faulted,
    Finished,
    Cancelled,
}

internal sealed record WaitingStep(string Id, string ActivityId, int Number);

/// <summary>Where one instance stands. Values (inputs, variables, outputs) are canonical JSON texts, parsed only when somebody reads them.</summary>
internal sealed class InstanceState
{
    public const int Format = 1;

    public string InstanceId { get; set; } = "";

    public InstanceStatus Status { get; set; }

    /// <summary>The last number given to a wait.</summary>
    public int Counter { get; set; }

    public List<WaitingStep> Waits { get; } = [];

    /// <summary>How often each activity has waited.</summary>
    public TextMap<int> Visits { get; } = new();

    /// <summary>Tokens that have not been executed; empty between events unless the instance faulted.</summary>
    public List<string> Queue { get; } = [];

    /// <summary>Tokens that wait at a join, as <c>target source/port</c>, with their number.</summary>
    public TextMap<int> Parked { get; } = new();

    public TextMap<string> Inputs { get; } = new();

    public TextMap<string> Variables { get; } = new();

    /// <summary>The last outputs of each activity: one object each.</summary>
    public TextMap<string> Outputs { get; } = new();
}

/// <summary>A few entries in ordinal order of their keys: the order in which they are written.</summary>
internal sealed class TextMap<T>
{
    private readonly List<KeyValuePair<string, T>> entries = [];

    public int Count => entries.Count;

    public List<KeyValuePair<string, T>>.Enumerator GetEnumerator() => entries.GetEnumerator();

    public bool TryGet(string key, out T? value)
    {
        var place = Find(key);
        value = place >= 0 ? entries[place].Value : default;
        return place >= 0;
    }

    public void Set(string key, T value)
    {
        var place = Find(key);
        if (place >= 0)
            entries[place] = new(key, value);
        else
            entries.Insert(~place, new(key, value));
    }

    public void Remove(string key)
    {
        var place = Find(key);
        if (place >= 0)
            entries.RemoveAt(place);
    }

    public void Clear() => entries.Clear();

    private int Find(string key)
    {
        int low = 0, high = entries.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(entries[middle].Key, key);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }
}
