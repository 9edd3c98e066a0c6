namespace Proposals.Tests.Kill;

/// <summary>What became of it all, in figures. Several lanes count into one.</summary>
internal sealed class Tally
{
    private int kills;
    private int inside;
    private int starting;
    private int acknowledged;
    private int repeated;
    private int unknown;
    private int whole;

    public int Kills => kills;

    /// <summary>Kills with a request whose bytes the process had taken and of whose answer it had given nothing yet.</summary>
    public int Inside => inside;

    public void Kill(bool wasInside)
    {
        Interlocked.Increment(ref kills);
        Interlocked.Add(ref inside, wasInside ? 1 : 0);
    }

    /// <summary>Beside those that count.</summary>
    public void KillWhileStarting() => Interlocked.Increment(ref starting);

    public void Acknowledge() => Interlocked.Increment(ref acknowledged);

    public void Repeat() => Interlocked.Increment(ref repeated);

    public void Lose(int sent, int done)
    {
        Interlocked.Add(ref unknown, sent);
        Interlocked.Add(ref whole, done);
    }

    public override string ToString() =>
        $"kills: {kills}, with a request inside the process: {inside} ({100.0 * inside / Math.Max(1, kills):0} %), besides killed while starting: {starting}, acknowledged forms: {acknowledged}, sent once more: {repeated}, unknown: {unknown} of which {whole} whole, {unknown - whole} absent";
}
