namespace Proposals.Web.Pages.Corrections;

/// <param name="What">What is corrected there, for those who hear the page.</param>
public sealed record CorrectLink(string Href, string What);
