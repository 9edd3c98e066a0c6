using Proposals.Handling;

namespace Proposals.Web.Face;

/// <summary>Counters are exact up to a limit and say so beyond it.</summary>
public static class Counted
{
    public static string Text(int count, int limit = LedgerQuery.CountLimit) => count > limit ? $"{limit}+" : count.ToString();
}
