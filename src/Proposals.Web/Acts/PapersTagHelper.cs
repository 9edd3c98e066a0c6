using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Proposals.Handling;
using Proposals.Web.Accounts;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Acts;

/// <summary>A file field that remembers what was uploaded: stored papers stay in the form as hidden ids with their names.</summary>
[HtmlTargetElement("papers", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PapersTagHelper(FileCabinet cabinet, IStringLocalizer<SharedText> text) : TagHelper
{
    public required ModelExpression For { get; set; }

    public string Label { get; set; } = "";

    public bool Required { get; set; }

    public bool Multiple { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var papers = (PaperInput)For.Model;
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId($"{name}.New", "_");
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        var label = new TagBuilder("label") { Attributes = { ["for"] = id, ["class"] = "form-label" } };
        label.InnerHtml.Append(Label);
        if (Required)
        {
            var mark = new TagBuilder("span") { Attributes = { ["class"] = "required" } };
            mark.InnerHtml.Append(text["Field_Required"]);
            label.InnerHtml.AppendHtml(mark);
        }

        output.Content.AppendHtml(label);
        await AppendStoredAsync(output, papers, name);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["type"] = "file", ["id"] = id, ["name"] = $"{name}.New", ["class"] = "form-control", ["accept"] = "image/png,image/jpeg,application/pdf,.docx,.xlsx", ["aria-describedby"] = $"{id}-hint" } };
        if (Multiple)
            input.Attributes["multiple"] = "multiple";
        output.Content.AppendHtml(input);
        var hint = new TagBuilder("p") { Attributes = { ["class"] = "field-hint", ["id"] = $"{id}-hint" } };
        hint.InnerHtml.Append(text["Paper_Hint"]);
        output.Content.AppendHtml(hint);
    }

    private async Task AppendStoredAsync(TagHelperOutput output, PaperInput papers, string name)
    {
        var stored = await cabinet.NamesAsync(papers.Stored, ViewContext.HttpContext.User.PersonId(), ViewContext.HttpContext.RequestAborted);
        for (var index = 0; index < stored.Count; index++)
        {
            var kept = new TagBuilder("p") { Attributes = { ["class"] = "kept-paper" } };
            kept.InnerHtml.AppendHtml(new TagBuilder("i") { Attributes = { ["class"] = "bi bi-paperclip", ["aria-hidden"] = "true" } });
            kept.InnerHtml.Append(" " + stored[index].Name);
            kept.InnerHtml.AppendHtml(new TagBuilder("input")
            {
                TagRenderMode = TagRenderMode.SelfClosing,
                Attributes = { ["type"] = "hidden", ["name"] = $"{name}.Stored[{index}]", ["value"] = stored[index].Id.ToString() },
            });
            output.Content.AppendHtml(kept);
        }
    }
}
