namespace Proposals.Web.Pages.Intake;

/// <summary>Marks ImportText.resx and ImportText.en.resx.</summary>
public sealed class ImportText;
