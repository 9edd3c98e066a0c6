using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Proposals.Tests.Kill;

/// <summary>A client's connection that knows how far its exchange has come: whether the request was written whole, and whether any of its answer was read.</summary>
internal sealed class Wire(Socket socket) : Stream
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    private readonly NetworkStream inner = new(socket, ownsSocket: true);
    private readonly List<byte> head = [];
    private long bodyLeft = -1;
    private volatile bool isAsked;
    private volatile bool isAnswered;

    public int Port { get; } = ((IPEndPoint?)socket.LocalEndPoint)?.Port ?? 0;

    /// <summary>The request left whole and nothing has come back.</summary>
    public bool AwaitsAnswer => isAsked && !isAnswered;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        isAnswered |= read > 0;
        return read;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (isAnswered || (head.Count == 0 && bodyLeft < 0))
            Begin();
        var isLast = Count(buffer.Span);
        await inner.WriteAsync(buffer, cancellationToken);
        isAsked = isLast;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void Begin()
    {
        isAsked = isAnswered = false;
        head.Clear();
        bodyLeft = -1;
    }

    /// <returns>Whether the request ends with these bytes.</returns>
    private bool Count(ReadOnlySpan<byte> bytes)
    {
        if (bodyLeft >= 0)
            return (bodyLeft -= bytes.Length) <= 0;
        head.AddRange(bytes);
        var all = head.ToArray();
        if (all.AsSpan().IndexOf(EndOfHead) is var end && end < 0)
            return false;
        var length = Encoding.ASCII.GetString(all, 0, end).Split("\r\n").Select(line => line.Split(':', 2))
            .Where(field => field is [var name, _] && name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).Select(field => long.Parse(field[1])).FirstOrDefault();
        bodyLeft = length - (all.Length - end - EndOfHead.Length);
        return bodyLeft <= 0;
    }
}
