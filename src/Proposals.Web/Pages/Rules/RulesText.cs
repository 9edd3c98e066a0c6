namespace Proposals.Web.Pages.Rules;

/// <summary>Marks RulesText.resx and RulesText.en.resx.</summary>
public sealed class RulesText;
