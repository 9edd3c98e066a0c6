using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Proposals.Audit;
using Proposals.Inbox;
using Proposals.Persistence;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web.Hostile;

/// <summary>Sees what the product logs as an error and what it writes. Acts run whole, and are taken back where they would be kept, so that the next form meets the same bureau.</summary>
internal sealed class Watch(bool takesActsBack)
{
    private readonly ConcurrentQueue<string> seen = new();
    private int acts;
    private volatile string sought = "";

    /// <summary>Acts that were about to be kept, since the last time somebody asked.</summary>
    public int ActsSince() => Interlocked.Exchange(ref acts, 0);

    /// <summary>From now on it is a complaint when this is written anywhere.</summary>
    public void LookFor(string id) => sought = id;

    public IReadOnlyList<string> SeenSince()
    {
        var found = new List<string>();
        while (seen.TryDequeue(out var line))
            found.Add(line);
        return found;
    }

    public Task<Office> OpenAsync() => Office.OpenAsync(builder => builder.ConfigureTestServices(services =>
    {
        var writes = new Writes(this);
        var keeps = new Keeps(this, writes);
        services.ConfigureDbContext<SqliteProposalsDbContext>(options => options.AddInterceptors(writes, keeps));
        services.ConfigureDbContext<PostgresProposalsDbContext>(options => options.AddInterceptors(writes, keeps));
        services.AddSingleton<ILoggerProvider>(new Errors(this));
    }));

    private void See(string line) => seen.Enqueue(line);

    /// <summary>What SQLite would keep and PostgreSQL would not, or nobody could read again.</summary>
    private void LookAt(EntityEntry row)
    {
        foreach (var property in row.Properties.Where(property => row.State == EntityState.Added || property.IsModified))
        {
            var column = $"{row.Metadata.ClrType.Name}.{property.Metadata.Name}";
            if (sought.Length > 0 && row.Entity is not FormDraft && property.CurrentValue?.ToString()?.Contains(sought, StringComparison.OrdinalIgnoreCase) == true)
                See($"{column} would hold it");
            if (property.CurrentValue is not string text)
                continue;
            if (property.Metadata.GetMaxLength() is { } most && text.Length > most)
                See($"{column} is {text.Length} long and holds {most}");
            if (!ReferenceEquals(PlainText.Of(text), text))
                See($"{column} holds what cannot be kept: {text[..Math.Min(60, text.Length)]}");
        }
    }

    private sealed class Writes(Watch watch) : SaveChangesInterceptor
    {
        public ConditionalWeakTable<DbContext, object> Acting { get; } = [];

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            foreach (var row in eventData.Context?.ChangeTracker.Entries().Where(row => row.State is EntityState.Added or EntityState.Modified) ?? [])
            {
                watch.LookAt(row);
                if (row.Entity is AuditEntry)
                    Acting.AddOrUpdate(row.Context, this);
            }

            return base.SavingChangesAsync(eventData, result, cancellationToken);
        }
    }

    private sealed class Keeps(Watch watch, Writes writes) : DbTransactionInterceptor
    {
        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (eventData.Context is not { } context || !writes.Acting.Remove(context))
                return result;
            Interlocked.Increment(ref watch.acts);
            if (!watch.TakesActsBack)
                return result;
            await transaction.RollbackAsync(cancellationToken);
            return InterceptionResult.Suppress();
        }
    }

    private bool TakesActsBack { get; } = takesActsBack;

    private sealed class Errors(Watch watch) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                watch.See($"{formatter(state, exception)} {Where(exception)}");
        }

        public void Dispose()
        {
        }

        /// <summary>The exception and the first places of ours that it passed.</summary>
        private static string Where(Exception? exception) => exception is null
            ? ""
            : $"{exception.GetType().Name}: {exception.GetBaseException().Message} {string.Join(" <- ", exception.ToString().Split('\n').Where(line => line.Contains("at Proposals.", StringComparison.Ordinal)).Take(3).Select(line => line.Trim()))}";
    }
}
