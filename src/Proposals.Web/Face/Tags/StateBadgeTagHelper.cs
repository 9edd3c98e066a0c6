using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Face.Tags;

/// <summary>The one status of a case, by its code: &lt;state-badge state="@item.State" round="@item.Round" /&gt;.</summary>
[HtmlTargetElement("state-badge", Attributes = "state", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StateBadgeTagHelper(IStringLocalizer<LabelText> labels) : TagHelper
{
    private static readonly HashSet<string> Over = ["Returned", "Closed", "Archived", "Withdrawn", "Reassigned", "Voided", "OpinionSent"];
    private static readonly HashSet<string> Attention = ["ReturnPending", "Rehandling", "AwaitingSignature"];

    public required string State { get; set; }

    /// <summary>Shown with 重新办理 only.</summary>
    public int Round { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "state " + (Over.Contains(State) ? "state-over" : Attention.Contains(State) ? "state-attention" : "state-open"));
        output.Content.Append(State == "Rehandling" && Round > 0 ? labels["State_RehandlingRound", Round] : labels["State_" + State]);
    }
}
