namespace Proposals.Workflows.Definitions;

/// <param name="Owner">Key of the container whose runs have it; empty for those of the workflow itself.</param>
internal sealed record DefinedVariable(string Id, string Name, string TypeName, string InitialJson, string Owner);

/// <summary>The variables of one container.</summary>
internal sealed class VariableSet
{
    private readonly Dictionary<string, DefinedVariable> byId = [];
    private readonly Dictionary<string, DefinedVariable> byName = [];

    public IReadOnlyCollection<DefinedVariable> All => byId.Values;

    public bool TryAdd(DefinedVariable variable) => byName.TryAdd(variable.Name, variable) && byId.TryAdd(variable.Id, variable);

    public DefinedVariable? WithId(string id) => byId.GetValueOrDefault(id);

    public DefinedVariable? WithName(string name) => byName.GetValueOrDefault(name);
}

/// <summary>What an expression can see where it stands: the variables of its container and of everything around that.</summary>
internal sealed record VisibleVariables(VariableSet Set, VisibleVariables? Outer)
{
    public static VisibleVariables Empty { get; } = new(new VariableSet(), null);

    public DefinedVariable? Find(string idOrName)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Set.WithId(idOrName) is { } byId)
                return byId;
        }

        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Set.WithName(idOrName) is { } byName)
                return byName;
        }

        return null;
    }

    /// <summary>By name, the nearest first; one that is hidden by a nearer one is left out.</summary>
    public IEnumerable<DefinedVariable> Visible()
    {
        var names = new HashSet<string>();
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            foreach (var variable in scope.Set.All)
            {
                if (names.Add(variable.Name))
                    yield return variable;
            }
        }
    }
}
