namespace Proposals.Web.Pages.Designer.Studio;

/// <summary>Marks StudioText.resx and StudioText.en.resx.</summary>
public sealed class StudioText;
