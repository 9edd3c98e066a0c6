using Proposals.Reply;

namespace Proposals.Web.Pages.Handling;

public sealed partial class TrailWords
{
    /// <summary>抄送区政协提案委、区政府督查室；已上传上级系统.</summary>
    private string Copied(TrailEntry entry)
    {
        var recipients = entry.WhatEach("copies", "recipient").Zip(entry.WhatEach("copies", "way")).ToList();
        var onPaper = recipients.Where(copy => copy.Second != nameof(CopyWay.Uploaded)).Select(copy => copy.First).ToList();
        var parts = new List<string>();
        if (onPaper.Count > 0)
            parts.Add(text["Trail_Copied", string.Join(text["Trail_And"], onPaper)]);
        if (onPaper.Count < recipients.Count)
            parts.Add(words.Label(CopyWay.Uploaded));
        return string.Join(text["Trail_AndThen"], parts);
    }
}
