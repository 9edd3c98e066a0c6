namespace Proposals.Web.Pages.Shared;

/// <summary>Marks LabelText.resx and LabelText.en.resx: lights, states and badges, keyed by their codes.</summary>
public sealed class LabelText;
