namespace Proposals.Web.Pages.Handling;

/// <summary>Marks HandlingText.resx and HandlingText.en.resx.</summary>
public sealed class HandlingText;
