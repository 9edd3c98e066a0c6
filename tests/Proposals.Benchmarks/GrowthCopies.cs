using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Proposals.Audit;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Persistence;

namespace Proposals.Benchmarks;

/// <summary>
/// Multiplies the cases of a database with everything that belongs to them. A copy is its original with other ids wherever they stand: in keys, in the engine's state, in the
/// names of waits. It goes on like any case that was registered; only the hashes of its chain stay its original's.
/// </summary>
internal sealed partial class GrowthCopies(IRowStore store)
{
    private const int MillisecondsBetweenCopies = 60_000;

    private readonly List<(RowTable Table, List<Cell[]> Rows)> tables = [];

    public static async Task<GrowthCopies> ReadAsync(ProposalsDbContext db, IRowStore store)
    {
        var people = await db.Users.Select(person => person.Id).ToListAsync();
        var departments = await db.Departments.Select(department => department.Id).ToListAsync();
        var versions = await db.WorkflowDefinitions.Select(version => version.Id).ToHashSetAsync();
        var shared = people.Concat(departments.Select(id => id.Value)).ToHashSet();
        var copies = new GrowthCopies(store);
        foreach (var table in db.Model.GetEntityTypes().Where(BelongsToCases).OrderBy(Place).Select(TableOf))
        {
            var rows = await store.ReadAsync(table);
            copies.tables.Add((table, [.. rows.Select(row => row.Select(cell => Cell.Cut(cell, shared, versions)).ToArray())]));
        }

        return copies;
    }

    /// <param name="rounds">How often every case is copied.</param>
    /// <param name="versions">The copies run these in turn.</param>
    public async Task WriteAsync(int rounds, IReadOnlyList<Guid> versions)
    {
        foreach (var (table, rows) in tables)
        {
            await store.WriteAsync(table, Enumerable.Range(1, rounds).SelectMany(
                copy => rows, (copy, row) => Array.ConvertAll(row, cell => cell.Copy(copy, versions[copy % versions.Count]))));
        }
    }

    private static bool BelongsToCases(IEntityType type) =>
        type.ClrType == typeof(ProposalCase) || type.FindProperty("CaseId") is not null || IsOfChains(type);

    private static bool IsOfChains(IEntityType type) => type.ClrType == typeof(AuditEntry) || type.ClrType == typeof(AuditHead);

    /// <summary>What others refer to comes first.</summary>
    private static int Place(IEntityType type) => type.ClrType == typeof(ProposalCase) ? 0 : type.ClrType == typeof(Step) ? 1 : 2;

    private static RowTable TableOf(IEntityType type) => new(
        type.GetTableName() ?? "",
        [.. type.GetProperties().Where(property => !(property.IsPrimaryKey() && property.ClrType == typeof(long))).Select(property => property.GetColumnName())],
        IsOfChains(type) ? "\"Subject\" LIKE 'case:%'" : "TRUE");

    /// <summary>A stored value: text around ids, or anything else, which all copies share.</summary>
    private sealed partial record Cell(object? Value, IReadOnlyList<Piece> Pieces)
    {
        public static Cell Cut(object? value, IReadOnlySet<Guid> shared, IReadOnlySet<Guid> versions)
        {
            var pieces = new List<Piece>();
            var end = 0;
            foreach (Match match in Id().Matches(value as string ?? ""))
            {
                var id = Guid.Parse(match.Value);
                if (shared.Contains(id))
                    continue;
                pieces.Add(new Piece(((string)value!)[end..match.Index], id, versions.Contains(id), IsUpper: match.Value.Any(char.IsAsciiLetterUpper)));
                end = match.Index + match.Length;
            }

            return new Cell(pieces.Count == 0 ? value : ((string)value!)[end..], pieces);
        }

        public object? Copy(int copy, Guid version) => Pieces.Count == 0
            ? Value
            : string.Concat(Pieces.Select(piece => piece.Before + piece.Write(copy, version)).Append((string?)Value));

        [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Id();
    }

    private sealed record Piece(string Before, Guid Id, bool IsVersion, bool IsUpper)
    {
        public string Write(int copy, Guid version)
        {
            var text = (IsVersion ? version : Later(copy)).ToString();
            return IsUpper ? text.ToUpperInvariant() : text;
        }

        /// <summary>The same chance at a later time: ids begin with their moment, and copies were made one after the other.</summary>
        private Guid Later(int copy)
        {
            Span<byte> bytes = stackalloc byte[16];
            Id.TryWriteBytes(bytes, bigEndian: true, out _);
            var moment = (long)copy * MillisecondsBetweenCopies;
            for (var at = 5; at >= 0; at--)
            {
                moment += bytes[at];
                bytes[at] = (byte)moment;
                moment >>= 8;
            }

            return new Guid(bytes, bigEndian: true);
        }
    }
}
