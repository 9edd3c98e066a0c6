namespace Proposals.Workflows.Definitions;

internal sealed record DefinedVariable(string Id, string Name, string TypeName, string InitialJson);

internal sealed class VariableSet
{
    private readonly Dictionary<string, DefinedVariable> byId = [];
    private readonly Dictionary<string, DefinedVariable> byName = [];

    public IReadOnlyCollection<DefinedVariable> All => byId.Values;

    public bool TryAdd(DefinedVariable variable) => byName.TryAdd(variable.Name, variable) && byId.TryAdd(variable.Id, variable);

    public DefinedVariable? WithId(string id) => byId.GetValueOrDefault(id);

    public DefinedVariable? WithName(string name) => byName.GetValueOrDefault(name);
}
