using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Web.Acts;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Face;

/// <summary>办理期限 is the reply's alone; any other date says what it is for: 承诺事项期限, 征询意见表期限.</summary>
public sealed class DueNames(RefusalWords labels, IStringLocalizer<SharedText> text)
{
    public string Of(DeadlineKind? kind)
    {
        if (kind is not { } known || known is DeadlineKind.Reply or DeadlineKind.Rehandle)
            return text["Fact_Due"];
        var label = labels.Label(known);
        return label.EndsWith('限') ? label : text["Fact_DueFor", label];
    }
}
