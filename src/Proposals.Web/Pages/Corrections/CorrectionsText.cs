namespace Proposals.Web.Pages.Corrections;

/// <summary>Marks CorrectionsText.resx and CorrectionsText.en.resx.</summary>
public sealed class CorrectionsText;
