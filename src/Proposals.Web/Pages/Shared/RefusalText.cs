namespace Proposals.Web.Pages.Shared;

/// <summary>Sentences for the refusal codes of the domain; a code ending in .do says what to do.</summary>
public sealed class RefusalText;
