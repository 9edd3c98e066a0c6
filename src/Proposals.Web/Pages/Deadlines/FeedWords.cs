using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>第12号建议 办理期限: what an entry of a feed says, and no more than that.</summary>
public sealed class FeedWords(KindWords kinds, DueNames names, IStringLocalizer<DeadlinesText> text)
{
    public string Name => text["Feed_Calendar"];

    public string Summary(FeedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var mark = line.IsPaused ? text["Feed_Paused"].Value : line.IsProvisional ? text["Feed_Provisional"].Value : "";
        return $"{kinds.Number(line.ItemKind, line.CaseNumber)} {names.Of(line.Kind)}{mark}";
    }
}
