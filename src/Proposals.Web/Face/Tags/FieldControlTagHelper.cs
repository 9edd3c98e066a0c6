using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Proposals.Web.Face.Tags;

internal sealed record FieldControl(string? HintId, string? ErrorId, bool Required);

/// <summary>A control inside a field gets its style and is told where its hint and its error stand.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class FieldControlTagHelper : TagHelper
{
    // After the framework's own helpers, which decide the type of an input.
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (!context.Items.TryGetValue(typeof(FieldControl), out var item) || item is not FieldControl field)
            return;
        var type = output.Attributes["type"]?.Value?.ToString();
        output.AddClass(output.TagName == "select" ? "form-select" : type is "checkbox" or "radio" ? "form-check-input" : "form-control", HtmlEncoder.Default);
        var describedBy = string.Join(' ', new[] { field.ErrorId, field.HintId }.OfType<string>());
        if (describedBy.Length > 0)
            output.Attributes.SetAttribute("aria-describedby", describedBy);
        if (field.Required && type is not "radio")
            output.Attributes.SetAttribute("aria-required", "true");
        if (field.ErrorId is null)
            return;
        output.Attributes.SetAttribute("aria-invalid", "true");
        output.AddClass("is-invalid", HtmlEncoder.Default);
    }
}
