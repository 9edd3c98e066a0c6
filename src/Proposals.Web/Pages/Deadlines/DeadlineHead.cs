namespace Proposals.Web.Pages.Deadlines;

/// <summary>What stands above month and list alike.</summary>
/// <param name="Overdue">How many lines shine red; null where none does, or where the page shows them anyway.</param>
public sealed record DeadlineHead(DeadlineFilterPage Page, string Lead, string? Overdue = null);
