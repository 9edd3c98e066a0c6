using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Proposals.Handling;
using Proposals.People;

namespace Proposals.Web.Live;

/// <summary>Tells open pages that their person's inbox changed. It carries no content: the page asks for what it may see.</summary>
public sealed class LiveBell
{
    private readonly ConcurrentDictionary<Guid, Listener> listeners = new();

    public void Ring(OutboxMessage message)
    {
        if (message.Kind != OutboxMessage.InboxChanged || JsonNode.Parse(message.Text) is not JsonObject content)
            return;
        var owner = content["owner"]?.GetValue<Guid>();
        var desk = (Duty)(content["desk"]?.GetValue<int>() ?? 0);
        foreach (var listener in listeners.Values.Where(listener => owner is { } person ? listener.Person == person : listener.Duties.Includes(desk)))
            listener.Rings.Writer.TryWrite(message.Kind);
    }

    public async IAsyncEnumerable<string> ListenAsync(Guid person, Duty duties, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();

        // One waiting ring says everything: the page reads the present state, not the history.
        var rings = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        listeners[id] = new Listener(person, duties, rings);
        try
        {
            // The first ring makes up for what was missed while the line was down.
            yield return OutboxMessage.InboxChanged;
            while (await RangAsync(rings.Reader, cancellationToken))
                while (rings.Reader.TryRead(out var ring))
                    yield return ring;
        }
        finally
        {
            listeners.TryRemove(id, out _);
        }
    }

    /// <summary>A closed page is the ordinary end of listening, not an error.</summary>
    private static async ValueTask<bool> RangAsync(ChannelReader<string> rings, CancellationToken cancellationToken)
    {
        try
        {
            return await rings.WaitToReadAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private sealed record Listener(Guid Person, Duty Duties, Channel<string> Rings);
}
