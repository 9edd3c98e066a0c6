namespace Proposals.Tests.Kill;

/// <summary>What the killed sweeps come to.</summary>
internal sealed class SweepTally
{
    private int lives;
    private int raised;
    private int skipped;

    public int Kills { get; private set; }

    public void Kill(int known)
    {
        Kills++;
        Known += known;
    }

    /// <summary>Processes that a server said were in the middle of their claims.</summary>
    private int Known { get; set; }

    public void Lived(RungRows rows)
    {
        lives++;
        raised += rows.Raised;
        skipped += rows.Skipped;
    }

    public override string ToString() =>
        $"sweeps: {Kills} kills with a claim in flight{(Store.IsPostgres ? $" ({Known} processes in the middle of one)" : "")} in {lives} databases; {raised} rungs raised and {skipped} passed over, each once and in order, none lost";
}
