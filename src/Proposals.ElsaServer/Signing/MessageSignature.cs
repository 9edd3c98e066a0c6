using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Proposals.ElsaServer.Signing;

/// <summary>Signs what goes to Web and checks what comes from it: HMAC-SHA256 over the timestamp, a full stop and the body's bytes.</summary>
/// <remarks>
/// <see cref="TimestampHeader"/> carries seconds since 1970, <see cref="SignatureHeader"/> the hash in lower-case hexadecimal.
/// The address is not signed, so every body names what it is about; a message older than <see cref="Window"/> is refused,
/// and within it a repeated one is known by the id in its body.
/// </remarks>
internal sealed class MessageSignature(IOptions<ElsaServerOptions> options, TimeProvider clock)
{
    public const string TimestampHeader = "X-Proposals-Timestamp";
    public const string SignatureHeader = "X-Proposals-Signature";

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly byte[] secret = Encoding.UTF8.GetBytes(options.Value.Secret);

    public void Sign(HttpRequestMessage request, ReadOnlySpan<byte> body)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(SignatureHeader, Convert.ToHexStringLower(Hash(timestamp, body)));
    }

    public bool Holds(IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        var timestamp = headers[TimestampHeader].ToString();
        var signature = headers[SignatureHeader].ToString();
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return false;

        // Compared as numbers: a timestamp beyond the calendar must be refused, not throw.
        if (Math.Abs((double)clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > Window.TotalSeconds)
            return false;

        var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Hash(timestamp, body)));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(signature));
    }

    private byte[] Hash(string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData(Encoding.ASCII.GetBytes(timestamp + "."));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
