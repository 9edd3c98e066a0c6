using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Proposals.Audit;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Benchmarks;

/// <summary>
/// Multiplies the cases of a database with everything that belongs to them. A copy is its original with other ids wherever they stand: in keys, in the engine's state, in the
/// names of waits. It goes on like any case that was registered; only the hashes of its chain stay its original's.
/// </summary>
internal sealed partial class GrowthCopies(IRowStore store, Casting? casting)
{
    private const int MillisecondsBetweenCopies = 60_000;

    /// <summary>Numbers that people give; each copy has its own.</summary>
    private static readonly HashSet<string> Numbers = ["CaseNumber", "DocumentNumber"];

    private readonly List<(RowTable Table, List<Cell[]> Rows)> tables = [];

    /// <param name="casting">Who has the copies; null leaves them with those who have the originals.</param>
    public static async Task<GrowthCopies> ReadAsync(ProposalsDbContext db, IRowStore store, Casting? casting = null)
    {
        var people = await db.Users.Select(person => person.Id).ToListAsync();
        var departments = await db.Departments.Select(department => department.Id).ToListAsync();
        var versions = await db.WorkflowDefinitions.Select(version => version.Id).ToHashSetAsync();
        var meanings = new Meanings(people.Concat(departments.Select(id => id.Value)).ToHashSet(), versions, casting?.Originals.ToHashSet() ?? []);
        var copies = new GrowthCopies(store, casting);
        foreach (var type in WithDependants(db.Model))
        {
            var table = TableOf(type);
            var rows = await store.ReadAsync(table);
            copies.tables.Add((table, [.. rows.Select(row => row.Select((cell, at) => Cell.Cut(cell, table.Columns[at], meanings)).ToArray())]));
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
                copy => rows, (copy, row) => Array.ConvertAll(row, cell => cell.Copy(copy, versions.Count == 0 ? null : versions[copy % versions.Count], casting))));
        }
    }

    /// <summary>Everything that belongs to cases, whatever others refer to first.</summary>
    private static List<IEntityType> WithDependants(IModel model)
    {
        var found = model.GetEntityTypes().Where(type => type.ClrType == typeof(ProposalCase) || IsOfChains(type)).ToList();
        var left = model.GetEntityTypes().Except(found).ToList();
        while (left.Find(type => (type.FindProperty("CaseId") is not null || Principals(type).Any(found.Contains)) && !Principals(type).Any(left.Contains)) is { } next)
        {
            found.Add(next);
            left.Remove(next);
        }

        return found;

        // People, departments and the bytes of files are there before and stay as they are.
        IEnumerable<IEntityType> Principals(IEntityType type) =>
            type.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(principal => principal != type && (found.Contains(principal) || principal.FindProperty("CaseId") is not null));
    }

    private static bool IsOfChains(IEntityType type) => type.ClrType == typeof(AuditEntry) || type.ClrType == typeof(AuditHead);

    private static RowTable TableOf(IEntityType type) => new(
        type.GetTableName() ?? "",
        [.. type.GetProperties().Where(property => !(property.IsPrimaryKey() && property.ClrType == typeof(long))).Select(property => property.GetColumnName())],
        IsOfChains(type) ? "\"Subject\" LIKE 'case:%'" : "TRUE");

    /// <param name="Shared">Ids that all copies have alike.</param>
    /// <param name="Cast">Those of them that another may stand for.</param>
    private sealed record Meanings(IReadOnlySet<Guid> Shared, IReadOnlySet<Guid> Versions, IReadOnlySet<Guid> Cast);

    /// <summary>A stored value: text around ids, or anything else, which all copies share.</summary>
    private sealed partial record Cell(object? Value, IReadOnlyList<Piece> Pieces, bool IsNumber)
    {
        private const string NullOfCopyText = "\\N";

        public static Cell Cut(object? value, string column, Meanings meanings)
        {
            var pieces = new List<Piece>();
            var end = 0;
            // One file's bytes serve all copies of its row.
            foreach (Match match in Id().Matches(column == "ContentId" ? "" : value as string ?? ""))
            {
                var id = Guid.Parse(match.Value);
                var isCast = meanings.Cast.Contains(id);
                if (!isCast && meanings.Shared.Contains(id))
                    continue;
                pieces.Add(new Piece(((string)value!)[end..match.Index], id, meanings.Versions.Contains(id), isCast, IsUpper: match.Value.Any(char.IsAsciiLetterUpper)));
                end = match.Index + match.Length;
            }

            return new Cell(pieces.Count == 0 ? value : ((string)value!)[end..], pieces, Numbers.Contains(column) && pieces.Count == 0 && value is string and not NullOfCopyText);
        }

        public object? Copy(int copy, Guid? version, Casting? casting) =>
            IsNumber ? $"{Value}-{copy}"
            : Pieces.Count == 0 ? Value
            : string.Concat(Pieces.Select(piece => piece.Before + piece.Write(copy, version, casting)).Append((string?)Value));

        [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Id();
    }

    private sealed record Piece(string Before, Guid Id, bool IsVersion, bool IsCast, bool IsUpper)
    {
        public string Write(int copy, Guid? version, Casting? casting)
        {
            var text = (IsVersion ? version ?? Id : IsCast && casting is not null ? casting.Of(copy, Id) : Later(copy)).ToString();
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
