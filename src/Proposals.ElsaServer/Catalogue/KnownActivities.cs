namespace Proposals.ElsaServer.Catalogue;

/// <summary>The catalogue as it was last read from Web, shared by everything in this process.</summary>
internal sealed class KnownActivities
{
    private volatile IReadOnlyDictionary<string, CatalogueEntry>? entries;

    public IReadOnlyCollection<CatalogueEntry>? All => entries?.Values.ToList();

    public void Replace(IEnumerable<CatalogueEntry> read) => entries = read.ToDictionary(entry => entry.Type);

    /// <summary>Whether the activity may end in that port. An activity without ports of its own takes the admin's, which only Web knows.</summary>
    public bool Offers(string type, string port) =>
        entries is not null && entries.TryGetValue(type, out var entry) && (entry.Ports.Count == 0 || entry.Ports.Any(offered => offered.Name == port));
}
