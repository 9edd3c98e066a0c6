namespace Proposals.Web.Pages.FollowUp;

/// <summary>Marks FollowUpText.resx and FollowUpText.en.resx.</summary>
public sealed class FollowUpText;
