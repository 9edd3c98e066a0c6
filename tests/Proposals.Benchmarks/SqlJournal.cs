using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Proposals.Benchmarks;

/// <summary>A command as it was sent: its text and its values.</summary>
internal sealed record SentCommand(string Text, IReadOnlyList<(string Name, object? Value)> Values)
{
    public bool Writes { get; } = !Text.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Listens to every command that goes to a database while it is open. Listening costs time, so nothing is timed meanwhile.</summary>
internal sealed class SqlJournal : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string ListenerOfEf = "Microsoft.EntityFrameworkCore";

    private readonly List<IDisposable> subscriptions = [];

    public SqlJournal() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public List<SentCommand> Commands { get; } = [];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == ListenerOfEf)
            subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: { } command })
            Commands.Add(new SentCommand(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
    }

    public void OnError(Exception error)
    {
    }

    public void OnCompleted()
    {
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
}
