namespace Proposals.Web.Pages.Operations;

/// <summary>Marks HealthText.resx and HealthText.en.resx.</summary>
public sealed class HealthText;
