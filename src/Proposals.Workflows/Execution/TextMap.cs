namespace Proposals.Workflows.Execution;

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
