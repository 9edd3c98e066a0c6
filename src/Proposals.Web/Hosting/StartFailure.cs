using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Proposals.Web.Hosting;

/// <summary>The machine around the product keeps it from starting; the message is the sentence for whoever started it.</summary>
public sealed class StartException(string sentence) : Exception(sentence);

/// <summary>What keeps the product from starting, said in one sentence. Anything else is a bug and keeps its stack.</summary>
public static class StartFailure
{
    private const int SqliteReadOnly = 8;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteNoDatabase = 26;

    /// <summary>Who may come in, no such database, no room, not at work now. Any other refusal is of a statement of ours.</summary>
    private static readonly string[] OfTheServer = ["28", "3D", "53", "57P"];

    /// <summary>The runtime would print nothing but a stack; whoever starts a service reads the first line.</summary>
    public static void IsToldInOneSentence() => AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
    {
        if (unhandled.ExceptionObject is not Exception failure || Sentence(failure) is not { } sentence)
            return;
        Console.Error.WriteLine(sentence);
        Environment.Exit(1);
    };

    /// <returns>Null for what is no matter of the machine around us.</returns>
    public static string? Sentence(Exception failure) => failure switch
    {
        StartException told => told.Message,
        Microsoft.Extensions.Options.OptionsValidationException wrong => $"The configuration is wrong: {string.Join(" ", wrong.Failures)}",
        SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteFull or SqliteCannotOpen or SqliteNoDatabase } file => $"The database file of ConnectionStrings:Proposals cannot be used: {file.Message} Check that its folder is there and may be written, and that the disk is not full.",
        PostgresException server when OfTheServer.Any(of => server.SqlState.StartsWith(of, StringComparison.Ordinal)) => $"The PostgreSQL server of ConnectionStrings:Proposals refuses: {server.MessageText} ({server.SqlState}).",
        NpgsqlException { InnerException: SocketException or TimeoutException } away => $"The PostgreSQL server of ConnectionStrings:Proposals does not answer: {away.Message}",
        IOException { InnerException: AddressInUseException } taken => $"{taken.Message} Another program listens there; choose another address with --urls or ASPNETCORE_URLS.",
        { InnerException: { } inner } => Sentence(inner),
        _ => null,
    };
}
