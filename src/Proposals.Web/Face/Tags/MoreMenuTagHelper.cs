using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Face.Tags;

/// <summary>更多: everything that is not the page's one primary button. Holds links and small forms.</summary>
[HtmlTargetElement("more-menu")]
public sealed class MoreMenuTagHelper(IStringLocalizer<SharedText> text) : TagHelper
{
    public string? Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var items = await output.GetChildContentAsync();
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "drop");
        output.Attributes.SetAttribute("data-drop", "");
        var summary = new TagBuilder("summary") { Attributes = { ["class"] = "btn btn-quiet" } };
        summary.InnerHtml.Append(Label ?? text["More"]);
        var list = new TagBuilder("div") { Attributes = { ["class"] = "drop-list" } };
        list.InnerHtml.AppendHtml(items);
        output.Content.AppendHtml(summary).AppendHtml(list);
    }
}
