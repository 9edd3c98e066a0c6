namespace Proposals.Web.Pages.Shared;

/// <summary>Marks DraftText.resx and DraftText.en.resx.</summary>
public sealed class DraftText;
