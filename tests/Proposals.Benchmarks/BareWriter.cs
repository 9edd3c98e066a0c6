using Microsoft.Data.Sqlite;

namespace Proposals.Benchmarks;

/// <summary>The same rows and the same bytes that an act writes, without the act: prepared statements on one open connection, one transaction for each.</summary>
internal sealed class BareWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> prepared = [];

    public BareWriter(string connectionString)
    {
        connection = new SqliteConnection($"{connectionString};Pooling=false");
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON";
        settings.ExecuteNonQuery();
    }

    public void Write(IEnumerable<SentCommand> act)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var sent in act)
        {
            var command = Prepared(sent);
            command.Transaction = transaction;
            for (var at = 0; at < sent.Values.Count; at++)
                command.Parameters[at].Value = sent.Values[at].Value ?? DBNull.Value;
            using var reader = command.ExecuteReader();
            do
            {
                while (reader.Read())
                {
                }
            }
            while (reader.NextResult());
            reader.Close();
            if (reader.RecordsAffected == 0)
                throw new InvalidOperationException($"Nothing was written by: {sent.Text}");
        }

        transaction.Commit();
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepared(SentCommand sent)
    {
        if (prepared.TryGetValue(sent.Text, out var known))
            return known;
        var command = connection.CreateCommand();
        command.CommandText = sent.Text;
        foreach (var (name, _) in sent.Values)
            command.Parameters.AddWithValue(name, DBNull.Value);
        command.Prepare();
        return prepared[sent.Text] = command;
    }
}
