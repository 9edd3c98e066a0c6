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

    /// <summary>The database has no room, or its disk does not write.</summary>
    Full,
}

/// <summary>Names lost races and a store that does not serve at its edge, so that nothing above knows a provider's error codes.</summary>
public static class WriteConflict
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteDisk = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    public static Conflict? Names(Exception thrown) => thrown switch
    {
        DbUpdateConcurrencyException => Conflict.Busy,
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } => Conflict.Duplicate,
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => Conflict.Busy,
        SqliteException { SqliteErrorCode: SqliteFull or SqliteDisk } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Conflict.Full,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => Conflict.Duplicate,
        PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable } => Conflict.Busy,
        { InnerException: { } inner } => Names(inner),
        _ => null,
    };

    /// <summary>Whether the store is away, overrun or full for the moment: nothing is wrong with what was asked, and later it will do. A statement that no store would take is not meant.</summary>
    public static bool MayPass(Exception thrown) => thrown switch
    {
        _ when Names(thrown) is Conflict.Busy or Conflict.Full => true,
        SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteCannotOpen } => true,
        PostgresException refused => refused.IsTransient || refused.SqlState[..2] is "08" or "53" or "55" or "57",
        NpgsqlException => true,
        { InnerException: { } inner } => MayPass(inner),
        _ => false,
    };

    /// <summary>Whether the store itself failed or is out of reach. What may pass by itself EF wraps in an InvalidOperationException.</summary>
    public static bool IsOfTheStore(Exception thrown) => thrown is DbException or DbUpdateException || (thrown.InnerException is { } inner && IsOfTheStore(inner));
}
