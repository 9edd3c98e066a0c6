using System.Net;
using System.Net.Sockets;

namespace Proposals.Tests.Scenes;

/// <summary>Another system beside the product: a port that takes what is posted to it.</summary>
internal abstract class PostedPort : IDisposable
{
    private readonly HttpListener listener = new();

    protected PostedPort()
    {
        Address = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        Listening = TakeAsync();
    }

    public string Address { get; }

    public Task Listening { get; }

    public static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    public void Dispose() => listener.Close();

    /// <returns>The number it is answered with.</returns>
    protected abstract int Take(HttpListenerRequest request, byte[] body);

    private async Task TakeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                context.Response.StatusCode = Take(context.Request, body.ToArray());
                context.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
