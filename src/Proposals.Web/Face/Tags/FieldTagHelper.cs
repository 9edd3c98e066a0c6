using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Face.Tags;

/// <summary>One row of a form: label, the control inside, hint, error. The control learns its ids from <see cref="FieldControlTagHelper"/>.</summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper(IStringLocalizer<SharedText> text) : TagHelper
{
    public required ModelExpression For { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Left out, [Required] on the property decides.</summary>
    public bool? Required { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var error = ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) && entry.ValidationState == ModelValidationState.Invalid
            ? entry.Errors[0].ErrorMessage
            : null;
        var required = Required ?? For.Metadata.ValidatorMetadata.OfType<RequiredAttribute>().Any();
        context.Items[typeof(FieldControl)] = new FieldControl(Hint is null ? null : id + "-hint", error is null ? null : id + "-error", required);
        var control = await output.GetChildContentAsync();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("field", HtmlEncoder.Default);
        var label = new TagBuilder("label") { Attributes = { ["for"] = id, ["class"] = "form-label" } };
        label.InnerHtml.Append(Label ?? For.Metadata.GetDisplayName());
        if (required)
            label.InnerHtml.AppendHtml(Span("required", text["Field_Required"]));
        output.Content.AppendHtml(label).AppendHtml(control);
        if (Hint is not null)
            output.Content.AppendHtml(Line("field-hint", id + "-hint", Hint));
        if (error is not null)
            output.Content.AppendHtml(Line("field-error", id + "-error", error));
    }

    private static TagBuilder Span(string css, string content)
    {
        var span = new TagBuilder("span") { Attributes = { ["class"] = css } };
        span.InnerHtml.Append(content);
        return span;
    }

    private static TagBuilder Line(string css, string id, string content)
    {
        var line = new TagBuilder("p") { Attributes = { ["class"] = css, ["id"] = id } };
        line.InnerHtml.Append(content);
        return line;
    }
}
