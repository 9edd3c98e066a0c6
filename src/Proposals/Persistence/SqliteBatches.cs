using Microsoft.EntityFrameworkCore.Update;

namespace Proposals.Persistence;

/// <summary>Sends what an act writes to an embedded database as one command of many statements. The provider's own way is a command for each row.</summary>
internal sealed class SqliteBatches(ModificationCommandBatchFactoryDependencies dependencies) : IModificationCommandBatchFactory
{
    /// <summary>Rows of one command; a statement may have 32,766 values.</summary>
    private const int MostRows = 100;

    public ModificationCommandBatch Create() => new Rows(dependencies);

    private sealed class Rows(ModificationCommandBatchFactoryDependencies dependencies) : AffectedCountModificationCommandBatch(dependencies, MostRows);
}
