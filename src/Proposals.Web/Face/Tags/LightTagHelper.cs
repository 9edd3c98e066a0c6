using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Face.Tags;

/// <summary>绿灯 正常 … 红灯 超期: colour, word and shape, so that it can be read without colour and in print.</summary>
[HtmlTargetElement("light", Attributes = "level", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LightTagHelper(IStringLocalizer<LabelText> labels) : TagHelper
{
    private static readonly Dictionary<string, string> Shapes = new()
    {
        ["Green"] = """<circle cx="8" cy="8" r="5.5"/>""",
        ["Blue"] = """<rect x="3" y="3" width="10" height="10" rx="1.5"/>""",
        ["Yellow"] = """<path d="M8 2 15 14H1Z"/>""",
        ["Red"] = """<path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2Z"/>""",
        ["Grey"] = """<circle cx="8" cy="8" r="4.75" fill="none" stroke="currentColor" stroke-width="1.5"/>""",
    };

    /// <summary>Green, Blue, Yellow, Red, Grey; anything else, such as None, is Grey.</summary>
    public string Level { get; set; } = "Grey";

    /// <summary>For dense tables: the lamp's name is only spoken, the word stays.</summary>
    public bool Compact { get; set; }

    /// <summary>The shape alone, for whatever else speaks in the lights' colours.</summary>
    internal static string Drawn(string level) => $"""<svg viewBox="0 0 16 16" width="12" height="12" fill="currentColor" aria-hidden="true">{Shapes[level]}</svg>""";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var level = Shapes.ContainsKey(Level) ? Level : "Grey";
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"light light-{level.ToLowerInvariant()}");
        output.Content.AppendHtml(Drawn(level));
        var lamp = new TagBuilder("span") { Attributes = { ["class"] = Compact ? "visually-hidden" : "lamp" } };
        lamp.InnerHtml.Append(labels["Lamp_" + level] + " ");
        output.Content.AppendHtml(lamp).Append(labels["Light_" + level]);
    }
}
