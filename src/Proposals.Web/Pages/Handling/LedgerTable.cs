using Proposals.Handling;

namespace Proposals.Web.Pages.Handling;

/// <summary>Rows of the ledger as the home page and the ledger itself draw them.</summary>
public sealed record LedgerTable(IReadOnlyList<LedgerRow> Rows, DateOnly Today)
{
    public bool HasMore { get; init; }

    /// <summary>Where 催办 and 电话催办 of a row are, and back; null for readers who do not urge.</summary>
    public (Func<CaseId, string> Step, Func<CaseId, string> Phone)? Urge { get; init; }
}
