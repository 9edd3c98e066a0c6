namespace Proposals.Web.Pages.Reply;

/// <summary>Marks ReplyText.resx and ReplyText.en.resx.</summary>
public sealed class ReplyText;
