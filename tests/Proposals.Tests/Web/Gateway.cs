using System.Collections.Concurrent;
using System.Net;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>The office's gateway for 短信.</summary>
internal sealed class Gateway : PostedPort
{
    private readonly ConcurrentQueue<(string Timestamp, string Signature, byte[] Body)> calls = new();

    public int Status { get; set; } = 200;

    public IReadOnlyList<(string Timestamp, string Signature, byte[] Body)> Calls => [.. calls];

    protected override int Take(HttpListenerRequest request, byte[] body)
    {
        calls.Enqueue((request.Headers["X-Proposals-Timestamp"] ?? "", request.Headers["X-Proposals-Signature"] ?? "", body));
        return Status;
    }
}
