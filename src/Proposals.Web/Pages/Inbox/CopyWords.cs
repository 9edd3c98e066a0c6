using Microsoft.Extensions.Localization;
using Proposals.Reply;

namespace Proposals.Web.Pages.Inbox;

/// <summary>What of the copies is still to be done, in a few words.</summary>
public sealed class CopyWords(IStringLocalizer<InboxText> text)
{
    /// <summary>还没有：抄送区政府督查室、上传上级系统.</summary>
    public string Missing(IEnumerable<CopyEntry> entries) => text["Copies_Missing", string.Join(text["Copies_And"], entries.Select(Word))];

    /// <summary>抄送区政府督查室, or 上传上级系统.</summary>
    public string Word(CopyEntry entry) => entry.Way == CopyWay.Uploaded ? text["Copies_Upload"] : text["Copies_Send", entry.Recipient];
}
