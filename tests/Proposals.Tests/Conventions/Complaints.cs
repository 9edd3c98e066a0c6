namespace Proposals.Tests.Conventions;

internal static class Complaints
{
    /// <summary>Fails with every complaint on a line of its own; the framework's own message stops after a few.</summary>
    public static void None(IEnumerable<string?> complaints)
    {
        var all = complaints.ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
