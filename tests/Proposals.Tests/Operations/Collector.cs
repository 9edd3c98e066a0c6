using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Proposals.Tests.Operations;

/// <summary>What an OpenTelemetry collector is to the product: a port that takes what is posted to it.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> taken = new();

    public Collector()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        listener.Prefixes.Add(Address);
        listener.Start();
        Listening = TakeAsync();
    }

    public string Address { get; }

    public Task Listening { get; }

    public IReadOnlyCollection<string> Paths => [.. taken.Select(post => post.Path).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Names and tags stand in protobuf as they are.</summary>
    public string Text => string.Concat(taken.Select(post => System.Text.Encoding.UTF8.GetString(post.Body)));

    public void Dispose() => listener.Close();

    private async Task TakeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                taken.Enqueue((context.Request.Url?.AbsolutePath ?? "", body.ToArray()));
                context.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
