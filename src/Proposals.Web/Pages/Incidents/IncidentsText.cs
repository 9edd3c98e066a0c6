namespace Proposals.Web.Pages.Incidents;

/// <summary>Marks IncidentsText.resx and IncidentsText.en.resx.</summary>
public sealed class IncidentsText;
