using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Web.Edition;

public enum Knock
{
    Welcome,

    /// <summary>No secret was agreed upon: for whoever calls, there is nothing here.</summary>
    Closed,

    /// <summary>Not signed with our secret, or signed too long ago or for later.</summary>
    Unknown,

    /// <summary>This very message was taken in before.</summary>
    Again,
}

/// <summary>Who may call without being a person: HMAC-SHA256 over the time, a full stop and the body's bytes, at most five minutes old, each message once. A caller that was not answered signs anew.</summary>
internal sealed class MessageDoor(ProposalsDbContext db, IOptions<EditionOptions> options, TimeProvider clock)
{
    public const string TimestampHeader = "X-Proposals-Timestamp";
    public const string SignatureHeader = "X-Proposals-Signature";

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public async Task<Knock> OpenAsync(IHeaderDictionary headers, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (options.Value.Secret is not { } secret)
            return Knock.Closed;
        var now = clock.GetUtcNow();
        var timestamp = headers[TimestampHeader].ToString();
        var expected = SignatureOf(secret, timestamp, body.Span);

        // As numbers: a time beyond the calendar is refused, not thrown at.
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs((double)now.ToUnixTimeSeconds() - seconds) > Window.TotalSeconds
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(headers[SignatureHeader].ToString())))
        {
            return Knock.Unknown;
        }

        return await TakeAsync(expected, now, cancellationToken) ? Knock.Welcome : Knock.Again;
    }

    public static string SignatureOf(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp + "."));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whoever writes the row takes the message in; it need not be remembered for longer than its time would be accepted.</summary>
    private async Task<bool> TakeAsync(string signature, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var gone = now - 2 * Window;
        await db.ReceivedMessages.Where(message => message.ReceivedAt < gone).ExecuteDeleteAsync(cancellationToken);
        db.ReceivedMessages.Add(new ReceivedMessage { Signature = signature, ReceivedAt = now });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (Exception lost) when (WriteConflict.Names(lost) == Conflict.Duplicate)
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
