using System.Security.Cryptography;
using System.Text;

namespace Proposals.People;

/// <summary>日历订阅: a person's feed, open to whoever has its secret. The secret itself is nowhere but in the link; no row, no feed.</summary>
public sealed class CalendarFeed
{
    public required Guid PersonId { get; init; }

    public required string SecretHash { get; set; }

    /// <summary>When the present link was made.</summary>
    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>A secret of 256 random bits needs neither salt nor a slow hash.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
