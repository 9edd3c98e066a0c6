using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Proposals.Audit;
using Proposals.Persistence;

namespace Proposals.Operations;

/// <param name="BadChains">Each with the number of its first entry that is bad or missing.</param>
/// <param name="BadFiles">Papers whose bytes are not those that were stored.</param>
/// <param name="LooseRows">Rows that name another row which is not there, by table.</param>
public sealed record CheckReport(int Chains, int Entries, int Files, IReadOnlyList<BadChain> BadChains, IReadOnlyList<string> BadFiles, IReadOnlyList<string> LooseRows)
{
    public bool IsWhole => BadChains.Count + BadFiles.Count + LooseRows.Count == 0;
}

public sealed record BadChain(string Subject, int Number);

/// <summary>Reads a whole database through: every chain, every paper's bytes, every reference.</summary>
public static class DatabaseCheck
{
    public static async Task<CheckReport> RunAsync(ProposalsDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (chains, entries, bad) = await ChainsAsync(db, cancellationToken);
        var (files, badFiles) = await FilesAsync(db, cancellationToken);
        return new CheckReport(chains, entries, files, bad, badFiles, await LooseAsync(db, cancellationToken));
    }

    private static async Task<(int Chains, int Entries, List<BadChain> Bad)> ChainsAsync(ProposalsDbContext db, CancellationToken cancellationToken)
    {
        var heads = await db.AuditHeads.AsNoTracking().ToDictionaryAsync(head => head.Subject, cancellationToken);
        var chains = heads.Keys.ToDictionary(subject => subject, _ => new ChainReader());
        var entries = 0;
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Subject).ThenBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            entries++;
            if (!chains.TryGetValue(entry.Subject, out var chain))
                chains[entry.Subject] = chain = new ChainReader();
            chain.Read(entry);
        }

        var bad = chains.Select(chain => (Subject: chain.Key, First: chain.Value.FirstBad(heads.GetValueOrDefault(chain.Key)))).Where(chain => chain.First is not null);
        return (chains.Count, entries, [.. bad.Select(chain => new BadChain(chain.Subject, chain.First ?? 0))]);
    }

    /// <summary>One at a time: a paper may have twenty megabytes.</summary>
    private static async Task<(int Files, List<string> Bad)> FilesAsync(ProposalsDbContext db, CancellationToken cancellationToken)
    {
        var files = await db.Files.AsNoTracking().OrderBy(file => file.Id).Select(file => new { file.Id, file.Name, file.Sha256, file.ContentId }).ToListAsync(cancellationToken);
        var hashes = new Dictionary<Handling.FileId, string>();
        var bad = new List<string>();
        foreach (var file in files)
        {
            if (!hashes.TryGetValue(file.ContentId, out var hash))
            {
                var bytes = await db.Files.AsNoTracking().Where(known => known.Id == file.Id).Select(known => known.Content.Bytes).FirstOrDefaultAsync(cancellationToken);
                hashes[file.ContentId] = hash = bytes is null ? "" : Convert.ToHexStringLower(SHA256.HashData(bytes));
            }

            if (!string.Equals(hash, file.Sha256, StringComparison.OrdinalIgnoreCase))
                bad.Add($"{file.Name} ({file.Id})");
        }

        return (files.Count, bad);
    }

    /// <summary>A server keeps its references by itself; an embedded file may have been changed where they were switched off.</summary>
    private static async Task<List<string>> LooseAsync(ProposalsDbContext db, CancellationToken cancellationToken) => db is PostgresProposalsDbContext ? []
        : await db.Database.SqlQueryRaw<string>("SELECT DISTINCT \"table\" || ' → ' || parent AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(cancellationToken);
}
