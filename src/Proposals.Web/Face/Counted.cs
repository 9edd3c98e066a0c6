using Proposals.Handling;

namespace Proposals.Web.Face;

/// <summary>Counters are exact up to a limit and say so beyond it.</summary>
public static class Counted
{
    public static string Text(int count) => count > LedgerQuery.CountLimit ? $"{LedgerQuery.CountLimit}+" : count.ToString();
}
