using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Face.Tags;

/// <summary>蓝色提醒, 黄色预警, 红色督办, 催办, 领导批示: word, colour and the shape of its light.</summary>
[HtmlTargetElement("notice-kind", Attributes = "of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NoticeKindTagHelper(IStringLocalizer<LabelText> labels) : TagHelper
{
    public required NoticeKind Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var light = Of is NoticeKind.Blue or NoticeKind.Yellow or NoticeKind.Red ? Of.ToString() : null;
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"light notice-kind{(light is null ? "" : $" light-{light.ToLowerInvariant()}")}");
        output.Content.AppendHtml(light is null ? """<i class="bi bi-megaphone" aria-hidden="true"></i>""" : LightTagHelper.Drawn(light)).Append(labels["NoticeKind_" + Of]);
    }
}
