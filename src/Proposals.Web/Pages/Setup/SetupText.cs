namespace Proposals.Web.Pages.Setup;

/// <summary>Marks SetupText.resx and SetupText.en.resx.</summary>
public sealed class SetupText;
