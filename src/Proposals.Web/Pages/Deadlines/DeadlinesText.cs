namespace Proposals.Web.Pages.Deadlines;

/// <summary>Marks DeadlinesText.resx and DeadlinesText.en.resx.</summary>
public sealed class DeadlinesText;
