using Proposals.Deadlines;

namespace Proposals.Web.Pages.Inbox;

/// <summary>红色督办: the orders that wait for this leader's word.</summary>
public sealed record OrderList(IReadOnlyList<OpenOrder> Rows, DateOnly Today)
{
    public static OrderList None { get; } = new([], default);

    public int Count => Rows.Count;
}
