namespace Proposals.Web.Pages.Statistics;

/// <summary>Marks StatisticsText.resx and StatisticsText.en.resx.</summary>
public sealed class StatisticsText;
