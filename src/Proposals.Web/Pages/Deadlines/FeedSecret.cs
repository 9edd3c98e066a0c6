using System.Buffers.Text;
using System.Security.Cryptography;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>What stands in the place of a password in a feed's address: 256 random bits, in letters that an address takes as they are.</summary>
internal static class FeedSecret
{
    private const int Octets = 32;

    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Octets));

    /// <summary>Whatever else is asked for is not looked up.</summary>
    public static bool HasItsForm(string text) => text.Length == Base64Url.GetEncodedLength(Octets);
}
