using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Proposals.Web.Face.Tags;

/// <summary>Nothing to show: says so, says why, and offers the one next step if there is one.</summary>
[HtmlTargetElement("empty-state", Attributes = "title")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public required string Title { get; set; }

    public string Text { get; set; } = "";

    /// <summary>1 where it is all that the page says.</summary>
    public int HeadingLevel { get; set; } = 2;

    public string Icon { get; set; } = "inbox";

    public string? ActionHref { get; set; }

    public string? ActionText { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var more = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty-state");
        var icon = new TagBuilder("i") { Attributes = { ["class"] = "bi bi-" + Icon, ["aria-hidden"] = "true" } };
        output.Content.AppendHtml(icon).AppendHtml(Element(HeadingLevel == 1 ? "h1" : "h2", Title));
        if (Text.Length > 0)
            output.Content.AppendHtml(Element("p", Text));
        output.Content.AppendHtml(more);
        if (ActionHref is null || ActionText is null)
            return;
        var action = Element("a", ActionText);
        action.Attributes["class"] = "btn btn-primary";
        action.Attributes["href"] = ActionHref;
        output.Content.AppendHtml(action);
    }

    private static TagBuilder Element(string name, string content)
    {
        var element = new TagBuilder(name);
        element.InnerHtml.Append(content);
        return element;
    }
}
