using Proposals.Handling;

namespace Proposals.Web.Pages.Handling;

/// <summary>Rows of the ledger as the home page and the ledger itself draw them.</summary>
public sealed record LedgerTable(IReadOnlyList<LedgerRow> Rows, DateOnly Today)
{
    public bool HasMore { get; init; }
}
