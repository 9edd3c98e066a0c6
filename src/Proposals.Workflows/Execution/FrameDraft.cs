using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Execution;

/// <summary>A frame while its parts are being read, in whatever order they come.</summary>
internal sealed class FrameDraft
{
    public string Key { get; set; } = "";

    public int Number { get; set; }

    public int Parent { get; set; }

    public int Index { get; set; }

    public int Left { get; set; }

    public bool IsBreaking { get; set; }

    public bool IsRound { get; set; }

    public string? Items { get; set; }

    public string? Outcomes { get; set; }

    public TextMap<string> Values { get; } = new();

    public TextMap<int> Parked { get; } = new();

    public TextMap<int> Late { get; } = new();

    public Frame ToFrame(WorkflowDefinition definition)
    {
        var frame = new Frame(Number, Parent, definition.Node(Key)) { IsRound = IsRound, Index = Index, Left = Left, IsBreaking = IsBreaking, Items = Items, Outcomes = Outcomes };
        foreach (var (key, value) in Values)
            frame.Values.Set(key, value);
        foreach (var (key, count) in Parked)
            frame.Parked.Set(key, count);
        foreach (var (key, count) in Late)
            frame.Late.Set(key, count);
        return frame;
    }
}
