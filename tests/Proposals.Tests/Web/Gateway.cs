using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Proposals.Tests.Web;

/// <summary>The office's gateway for 短信: a port that keeps what it is called with.</summary>
internal sealed class Gateway : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<(string Timestamp, string Signature, byte[] Body)> calls = new();

    public Gateway()
    {
        Address = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        Listening = TakeAsync();
    }

    public string Address { get; }

    public Task Listening { get; }

    public int Status { get; set; } = 200;

    public IReadOnlyList<(string Timestamp, string Signature, byte[] Body)> Calls => [.. calls];

    public static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

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
                calls.Enqueue((context.Request.Headers["X-Proposals-Timestamp"] ?? "", context.Request.Headers["X-Proposals-Signature"] ?? "", body.ToArray()));
                context.Response.StatusCode = Status;
                context.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}

/// <summary>As much of a mail server as one sender needs.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> mails = new();

    public MailServer()
    {
        listener.Start();
        Listening = TakeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public Task Listening { get; }

    /// <summary>As they came, with their envelope's lines.</summary>
    public IReadOnlyList<string> Mails => [.. mails];

    public void Dispose() => listener.Stop();

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await TalkAsync(client);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            mail.AppendLine(line);
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync() is { } text && text != ".")
                    mail.AppendLine(text);
                mails.Enqueue(mail.ToString());
            }

            await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 ok");
            if (line == "QUIT")
                return;
        }
    }
}
