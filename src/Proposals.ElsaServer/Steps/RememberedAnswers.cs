using Elsa.KeyValues.Contracts;
using Elsa.KeyValues.Entities;
using Elsa.KeyValues.Models;

namespace Proposals.ElsaServer.Steps;

/// <summary>Which answer moved which wait, known to every node. Kept for good: Web's outbox may ask again after weeks.</summary>
internal sealed class RememberedAnswers(IKeyValueStore store)
{
    private const string Prefix = "proposals:answer:";

    public async Task<string?> WaitOfAsync(string answerId, CancellationToken cancellationToken)
    {
        var pair = await store.FindAsync(new KeyValueFilter { Key = Prefix + answerId }, cancellationToken);
        return pair?.SerializedValue;
    }

    public Task RememberAsync(string answerId, string waitId, CancellationToken cancellationToken) =>
        store.SaveAsync(new SerializedKeyValuePair { Key = Prefix + answerId, SerializedValue = waitId }, cancellationToken);
}
