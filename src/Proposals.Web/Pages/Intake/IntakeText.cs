namespace Proposals.Web.Pages.Intake;

/// <summary>Marks IntakeText.resx and IntakeText.en.resx.</summary>
public sealed class IntakeText;
