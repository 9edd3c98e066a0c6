namespace Proposals.Workflows.Definitions;

/// <summary>The activities read so far. Ids of refused ones are remembered, so that their connections are not blamed as well.</summary>
internal sealed class NodeTable
{
    private readonly List<FlowNode> nodes = [];
    private readonly Dictionary<string, FlowNode?> byId = [];

    public IReadOnlyList<FlowNode> All => nodes;

    public bool HasRefused { get; private set; }

    public bool Knows(string id) => byId.ContainsKey(id);

    public FlowNode? Find(string id) => byId.GetValueOrDefault(id);

    public bool TryClaim(string id) => byId.TryAdd(id, null);

    public void Refuse() => HasRefused = true;

    public void Add(FlowNode node)
    {
        nodes.Add(node);
        byId[node.Id] = node;
    }
}
