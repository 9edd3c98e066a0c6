using System.Text.RegularExpressions;

namespace Proposals.Tests.Kill;

/// <summary>Every row that belongs to a case, in whatever table: found by the columns and foreign keys that lead to it, so that a new table is looked at from its first day.
/// What differs from one case to the next (ids, moments, hashes, the item's number) is masked; people and departments stay who they are.</summary>
internal sealed partial class CaseRows(IReadOnlyDictionary<string, string> names)
{
    /// <summary>A draft of a form is no part of a case, and is thrown away after its act.</summary>
    private const string Drafts = "form_drafts";

    /// <summary>The pictures of two cases differ in size.</summary>
    private static readonly string[] Unlike = ["Size"];

    private IReadOnlyDictionary<string, string>? queries;

    /// <returns>By case, its rows in order.</returns>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> ReadAsync(Store store, IReadOnlyDictionary<Guid, string> numbers)
    {
        var rows = numbers.Keys.ToDictionary(id => id, _ => new List<string>());
        if (rows.Count == 0)
            return new Dictionary<Guid, IReadOnlyList<string>>();
        queries ??= await FindAsync(store);
        var ids = string.Join(", ", rows.Keys.Select(id => $"'{id.ToString().ToUpperInvariant()}'"));
        foreach (var (table, query) in queries)
            foreach (var (owner, rest) in await store.NamedRowsAsync($"{query} ({ids})"))
                Add(rows, numbers, Guid.Parse(owner), table, rest);
        var subjects = string.Join(", ", rows.Keys.Select(id => $"'case:{id}'"));
        foreach (var table in new[] { "audit_entries", "audit_heads" })
            foreach (var (subject, rest) in await store.NamedRowsAsync($"SELECT \"Subject\", t.* FROM {table} t WHERE \"Subject\" IN ({subjects})"))
                Add(rows, numbers, Guid.Parse(subject["case:".Length..]), table, rest.Where(field => field.Column != "Id"));
        return rows.ToDictionary(pair => pair.Key, IReadOnlyList<string> (pair) => [.. pair.Value.Order(StringComparer.Ordinal)]);
    }

    public string Mask(string text) => Moment().Replace(Day().Replace(Id().Replace(Hash().Replace(text, "hash"), found => names.GetValueOrDefault(found.Value.ToLowerInvariant(), "id")), "day"), "moment");

    private void Add(Dictionary<Guid, List<string>> rows, IReadOnlyDictionary<Guid, string> numbers, Guid id, string table, IEnumerable<(string Column, object Value)> fields)
    {
        var kept = fields.ToList();

        // An upload that waits for its form belongs to nobody yet.
        if (table == "files" && kept.TrueForAll(field => field.Column != "AttachedTo"))
            return;
        var line = string.Join("; ", kept.Where(field => !Unlike.Contains(field.Column)).Select(field => $"{field.Column}={Store.TextOf(field.Value)}"));
        rows[id].Add($"{table}: {Mask(line.Replace(numbers[id], "№", StringComparison.Ordinal))}");
    }

    /// <returns>By table, its rows with the case they belong to in front, up to the list of cases.</returns>
    private static async Task<IReadOnlyDictionary<string, string>> FindAsync(Store store)
    {
        var keys = (await store.RowsAsync(Store.IsPostgres
            ? "SELECT child.relname, a.attname, parent.relname, b.attname FROM pg_constraint c JOIN pg_class child ON child.oid = c.conrelid JOIN pg_class parent ON parent.oid = c.confrelid "
                + "JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1] WHERE c.contype = 'f'"
            : "SELECT m.name, f.\"from\", f.\"table\", f.\"to\" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'"))
            .Select(row => (Child: Store.TextOf(row[0]), Column: Store.TextOf(row[1]), Parent: Store.TextOf(row[2]), Key: Store.TextOf(row[3]))).ToList();
        var direct = await store.RowsAsync(Store.IsPostgres
            ? "SELECT table_name FROM information_schema.columns WHERE column_name = 'CaseId' AND table_schema = 'public'"
            : "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) i WHERE m.type = 'table' AND i.name = 'CaseId'");
        var owners = new Dictionary<string, (string From, string Owner)> { ["cases"] = ("\"cases\" t", "t.\"Id\"") };
        foreach (var table in direct.Select(row => Store.TextOf(row[0])).Where(table => table != Drafts))
            owners[table] = ($"\"{table}\" t", "t.\"CaseId\"");
        for (var found = true; found;)
        {
            found = false;
            foreach (var (child, column, parent, key) in keys.Where(key => key.Child != Drafts && !owners.ContainsKey(key.Child) && owners.ContainsKey(key.Parent)))
            {
                var (from, owner) = owners[parent];
                owners.TryAdd(child, ($"\"{child}\" t JOIN (SELECT {owner} AS \"Owner\", t.\"{key}\" AS \"Key\" FROM {from}) p ON p.\"Key\" = t.\"{column}\"", "p.\"Owner\""));
                found = true;
            }
        }

        return owners.ToDictionary(pair => pair.Key, pair => $"SELECT {pair.Value.Owner}, t.* FROM {pair.Value.From} WHERE {pair.Value.Owner} IN");
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();

    [GeneratedRegex("day[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Moment();
}
