namespace Proposals.Web.Pages.Inbox;

/// <summary>Marks InboxText.resx and InboxText.en.resx.</summary>
public sealed class InboxText;
