using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Hangfire.Dashboard;

namespace Proposals.ElsaServer.Jobs;

/// <summary>Asks the browser for a name and the configured password. Meant for the operator, behind TLS: Elsa's own keys do not sign a browser in.</summary>
internal sealed class DashboardDoor(string password) : IDashboardAuthorizationFilter
{
    public const string UserName = "operator";

    private readonly byte[] expected = SHA256.HashData(Encoding.UTF8.GetBytes($"{UserName}:{password}"));

    public bool Authorize(DashboardContext context)
    {
        var http = context.GetHttpContext();
        if (AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization.ToString(), out var given)
            && string.Equals(given.Scheme, "Basic", StringComparison.OrdinalIgnoreCase)
            && Matches(given.Parameter ?? ""))
        {
            return true;
        }

        http.Response.Headers.WWWAuthenticate = "Basic realm=\"Hangfire\", charset=\"UTF-8\"";
        return false;
    }

    private bool Matches(string credentials)
    {
        var bytes = new byte[credentials.Length];
        return Convert.TryFromBase64String(credentials, bytes, out var length)
            && CryptographicOperations.FixedTimeEquals(expected, SHA256.HashData(bytes.AsSpan(0, length)));
    }
}
