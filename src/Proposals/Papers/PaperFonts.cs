using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Proposals.Papers;

/// <summary>Fonts as Chinese offices have them installed, each with the one that stands in for it elsewhere.</summary>
internal static class PaperFonts
{
    public const string Body = "仿宋_GB2312";
    public const string Title = "方正小标宋简体";
    public const string FirstHeading = "黑体";
    public const string SecondHeading = "楷体";
    public const string PageNumber = "宋体";
    public const string Latin = "Times New Roman";

    /// <summary>GB 2312, in the numbers of the format.</summary>
    private const string ChineseCharset = "86";

    /// <summary>The hint makes quotation marks and dashes Chinese ones, as wide as a character.</summary>
    public static RunFonts Of(string chinese) =>
        new() { Ascii = Latin, HighAnsi = Latin, ComplexScript = Latin, EastAsia = chinese, Hint = FontTypeHintValues.EastAsia };

    public static Fonts Table() => new(
        Chinese(Body, "仿宋", FontFamilyValues.Modern),
        Chinese(Title, "宋体", FontFamilyValues.Script),
        Chinese(FirstHeading, "SimHei", FontFamilyValues.Modern),
        Chinese(SecondHeading, "楷体_GB2312", FontFamilyValues.Modern),
        Chinese(PageNumber, "SimSun", FontFamilyValues.Roman));

    private static Font Chinese(string name, string elsewhere, FontFamilyValues family) => new()
    {
        Name = name,
        AltName = new AltName { Val = elsewhere },
        FontCharSet = new FontCharSet { Val = ChineseCharset },
        FontFamily = new FontFamily { Val = family },
        Pitch = new Pitch { Val = FontPitchValues.Variable },
    };
}
