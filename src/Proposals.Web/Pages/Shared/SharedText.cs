namespace Proposals.Web.Pages.Shared;

/// <summary>Marks SharedText.resx (Chinese) and SharedText.en.resx: what every page says. A slice has its own pair beside its pages.</summary>
public sealed class SharedText;
