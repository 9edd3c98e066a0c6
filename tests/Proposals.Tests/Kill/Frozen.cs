using System.Diagnostics;
using System.Globalization;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Kill;

/// <summary>A process stopped between two of its instructions: what has arrived in it and what has left it can be looked at in peace before it is killed.</summary>
internal static class Frozen
{
    private const string LoopbackTable = "/proc/net/tcp";

    /// <summary>The kernel's word: the request's bytes were taken by the process, and not one byte of an answer was given to the kernel.</summary>
    /// <returns>How many requests were inside the process.</returns>
    public static async Task<int> StopAsync(Product product, IEnumerable<Wire> wires, CancellationToken cancellationToken)
    {
        await StopAsync(product.Id, cancellationToken);
        var asked = wires.Where(wire => wire.AwaitsAnswer).ToList();
        var sockets = Sockets();
        return asked.Count(wire => wire.AwaitsAnswer
            && sockets.TryGetValue((product.Address.Port, wire.Port), out var there) && there == (0, 0)
            && sockets.TryGetValue((wire.Port, product.Address.Port), out var here) && here == (0, 0));
    }

    public static async Task StopAsync(int process, CancellationToken cancellationToken)
    {
        await SignalAsync("-STOP", process, cancellationToken);
        while (!IsStopped(process))
            await Task.Yield();
    }

    /// <summary>Nothing was in it worth a kill: it runs on.</summary>
    public static Task ThawAsync(int process, CancellationToken cancellationToken) => SignalAsync("-CONT", process, cancellationToken);

    private static async Task SignalAsync(string signal, int process, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", [signal, process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    private static bool IsStopped(int process) => !Directory.Exists($"/proc/{process}/task") || Directory.EnumerateDirectories($"/proc/{process}/task").All(thread =>
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(thread, "stat"));
            return stat[stat.LastIndexOf(')') + 2] is 'T' or 't' or 'Z' or 'X';
        }
        catch (IOException)
        {
            // The thread ended meanwhile.
            return true;
        }
    });

    /// <summary>Bytes not yet sent and not yet read, by own and by other port.</summary>
    private static Dictionary<(int Own, int Other), (long Unsent, long Unread)> Sockets()
    {
        var sockets = new Dictionary<(int, int), (long, long)>();
        foreach (var line in File.ReadLines(LoopbackTable).Skip(1))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var queues = fields[4].Split(':');
            sockets[(PortOf(fields[1]), PortOf(fields[2]))] = (Hex(queues[0]), Hex(queues[1]));
        }

        return sockets;
    }

    private static int PortOf(string address) => (int)Hex(address.Split(':')[1]);

    private static long Hex(string digits) => long.Parse(digits, NumberStyles.HexNumber);
}
