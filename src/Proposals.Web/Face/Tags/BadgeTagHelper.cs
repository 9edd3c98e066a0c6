using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Face.Tags;

/// <summary>Beside the status: key, merged, extended, registered, board, override, on-behalf, late, no-feedback. Content, if given, replaces the label.</summary>
[HtmlTargetElement("badge", Attributes = "kind")]
public sealed class BadgeTagHelper(IStringLocalizer<LabelText> labels) : TagHelper
{
    private static readonly HashSet<string> Strong = ["key", "registered", "board"];
    private static readonly HashSet<string> Doubtful = ["override", "late", "no-feedback"];

    public required string Kind { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var own = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tag " + (Strong.Contains(Kind) ? "tag-strong" : Doubtful.Contains(Kind) ? "tag-doubtful" : "tag-plain"));
        if (own.IsEmptyOrWhiteSpace)
            output.Content.SetContent(labels["Badge_" + Kind]);
        else
            output.Content.SetHtmlContent(own);
    }
}
