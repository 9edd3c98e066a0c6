namespace Proposals.Web.Pages.TakeOver;

/// <summary>Marks TakeOverText.resx and TakeOverText.en.resx.</summary>
public sealed class TakeOverText;
