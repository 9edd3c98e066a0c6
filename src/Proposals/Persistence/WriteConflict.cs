using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Proposals.Persistence;

public enum Conflict
{
    /// <summary>A row with the same key was written first.</summary>
    Duplicate,

    /// <summary>The database could not serve both; trying again is right.</summary>
    Busy,
}

/// <summary>Names lost races at the store's edge, so that nothing above knows a provider's error codes.</summary>
public static class WriteConflict
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    public static Conflict? Names(Exception thrown) => thrown switch
    {
        DbUpdateConcurrencyException => Conflict.Busy,
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } => Conflict.Duplicate,
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => Conflict.Busy,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => Conflict.Duplicate,
        PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable } => Conflict.Busy,
        { InnerException: { } inner } => Names(inner),
        _ => null,
    };

    /// <summary>Whether the store itself failed or is out of reach. What may pass by itself EF wraps in an InvalidOperationException.</summary>
    public static bool IsOfTheStore(Exception thrown) => thrown is DbException or DbUpdateException || (thrown.InnerException is { } inner && IsOfTheStore(inner));
}
