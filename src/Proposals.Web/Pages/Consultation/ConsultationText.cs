namespace Proposals.Web.Pages.Consultation;

/// <summary>Marks ConsultationText.resx and ConsultationText.en.resx.</summary>
public sealed class ConsultationText;
