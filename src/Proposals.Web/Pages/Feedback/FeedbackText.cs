namespace Proposals.Web.Pages.Feedback;

/// <summary>Marks FeedbackText.resx and FeedbackText.en.resx.</summary>
public sealed class FeedbackText;
