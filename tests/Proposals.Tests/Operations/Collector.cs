using System.Collections.Concurrent;
using System.Net;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Operations;

/// <summary>What an OpenTelemetry collector is to the product.</summary>
internal sealed class Collector : PostedPort
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> taken = new();

    public IReadOnlyCollection<string> Paths => [.. taken.Select(post => post.Path).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Names and tags stand in protobuf as they are.</summary>
    public string Text => string.Concat(taken.Select(post => System.Text.Encoding.UTF8.GetString(post.Body)));

    protected override int Take(HttpListenerRequest request, byte[] body)
    {
        taken.Enqueue((request.Url?.AbsolutePath ?? "", body));
        return 200;
    }
}
