using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Deadlines;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>清单: what is due, the soonest first; what it shows stands wholly in the address.</summary>
[Authorize(Policy = Permissions.ReadCases)]
public sealed class ListPage(OpenDeadlineQuery deadlines, TimeProvider clock) : DeadlineFilterPage(deadlines, clock)
{
    private const int PageSize = 50;

    private readonly OpenDeadlineQuery deadlines = deadlines;

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<DeadlineRow> Rows { get; private set; } = [];

    public string Count { get; private set; } = "0";

    public string? Next { get; private set; }

    public override string Here => ListAddress;

    public override bool HasDays => From is not null || To is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadChoicesAsync(cancellationToken);
        var filter = Filter() with { From = From, To = To };
        var after = DeadlineCursor.Parse(After);
        var page = await deadlines.PageAsync(Me, filter, after, PageSize, Today, cancellationToken);
        Rows = page.Rows;
        Next = page.Next?.ToString();
        Count = Counted.Text(after is null && page.Next is null ? page.Rows.Count : await deadlines.CountAsync(Me, filter, Today, cancellationToken));
    }

    /// <summary>The same list from another place on.</summary>
    public string Beginning(string? after) => Address(ListAddress, ("from", Day(From)), ("to", Day(To)), ("after", after));

    private static string? Day(DateOnly? day) => day is { } known ? DateText.InTable(known) : null;
}
