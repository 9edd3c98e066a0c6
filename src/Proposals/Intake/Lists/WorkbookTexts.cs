using System.Text;
using System.Xml;
using Proposals.Acts;

namespace Proposals.Intake.Lists;

/// <summary>The texts that a workbook keeps once for all its cells. Readings of characters (pinyin above them) are no part of a text.</summary>
internal sealed class WorkbookTexts
{
    private readonly List<string> texts = [];
    private readonly StringBuilder current = new();
    private int characters;
    private bool isText;
    private bool isReading;

    public string At(string index) => int.TryParse(index, out var at) && at >= 0 && at < texts.Count ? texts[at] : "";

    public Refusal? Visit(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element when xml.LocalName == "si":
                current.Clear();
                if (xml.IsEmptyElement)
                    texts.Add("");
                break;
            case XmlNodeType.Element when xml.LocalName == "rPh":
                isReading = !xml.IsEmptyElement;
                break;
            case XmlNodeType.Element when xml.LocalName == "t":
                isText = !xml.IsEmptyElement && !isReading;
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when isText:
                current.Append(xml.Value);
                break;
            case XmlNodeType.EndElement when xml.LocalName == "t":
                isText = false;
                break;
            case XmlNodeType.EndElement when xml.LocalName == "rPh":
                isReading = false;
                break;
            case XmlNodeType.EndElement when xml.LocalName == "si":
                texts.Add(Plain(current.ToString()));
                characters += current.Length + 8;
                break;
        }

        return characters > ListLimits.SharedCharacters || texts.Count > ListLimits.SharedCharacters / 8 ? ListRefusals.Inflated : null;
    }

    /// <summary>A workbook writes what XML cannot hold as _x000D_.</summary>
    internal static string Plain(string text) => !text.Contains("_x00", StringComparison.Ordinal) ? text
        : text.Replace("_x000D_", "", StringComparison.Ordinal).Replace("_x000A_", "\n", StringComparison.Ordinal).Replace("_x005F_", "_", StringComparison.Ordinal);
}
