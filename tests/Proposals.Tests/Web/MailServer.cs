using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Proposals.Tests.Web;

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
