namespace Proposals.Audit;

/// <summary>Reads one chain from its beginning and remembers the first entry that is bad or missing. Needs no entry longer than it is read, so a chain may be of any length.</summary>
internal sealed class ChainReader
{
    private string previous = CanonicalText.Genesis;
    private int expected = 1;
    private int? bad;

    public void Read(AuditEntry entry)
    {
        if (bad is null && (entry.Number != expected || entry.PreviousHash != previous || entry.Hash != CanonicalText.HashOf(previous, entry.Text)))
            bad = expected;
        previous = entry.Hash;
        expected++;
    }

    /// <param name="head">The end as it was written down; a chain that ends before it lost its newest entries.</param>
    /// <returns>Null when the chain is whole.</returns>
    public int? FirstBad(AuditHead? head) =>
        bad ?? ((head?.Number ?? 0) == expected - 1 && (head?.Hash ?? CanonicalText.Genesis) == previous ? null : expected);
}
