namespace Proposals.Web.Pages.Designer;

/// <summary>Marks DesignerText.resx and DesignerText.en.resx.</summary>
public sealed class DesignerText;
