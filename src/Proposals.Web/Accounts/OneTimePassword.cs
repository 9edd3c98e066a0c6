using System.Security.Cryptography;

namespace Proposals.Web.Accounts;

/// <summary>A password to be read out or written on a slip: no letter that looks like a digit. Shown once, never stored in the open.</summary>
internal static class OneTimePassword
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    public static string Draw() => $"{RandomNumberGenerator.GetString(Letters, 10)}-{RandomNumberGenerator.GetString(Digits, 6)}";
}
