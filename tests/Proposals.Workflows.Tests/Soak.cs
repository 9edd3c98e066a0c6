namespace Proposals.Workflows.Tests;

/// <summary>Small counts in tests/run, full ones in tests/soak, which sets PROPOSALS_SOAK.</summary>
internal static class Soak
{
    public static int Count(int small) => int.TryParse(Environment.GetEnvironmentVariable("PROPOSALS_SOAK"), out var full) ? full : small;
}
