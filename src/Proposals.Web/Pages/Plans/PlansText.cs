namespace Proposals.Web.Pages.Plans;

/// <summary>Marks PlansText.resx and PlansText.en.resx.</summary>
public sealed class PlansText;
