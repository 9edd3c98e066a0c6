namespace Proposals.Web.Pages.Demo;

/// <summary>Marks DemoText.resx and DemoText.en.resx.</summary>
public sealed class DemoText;
