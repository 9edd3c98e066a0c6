namespace Proposals.Papers;

/// <summary>Lengths of GB/T 9704: A4, text 156 × 225 mm, 22 lines of 28 characters. Word counts in twentieths of a point, fonts in halves.</summary>
internal static class PaperMeasures
{
    public const int PageWidth = 11906;
    public const int PageHeight = 16838;

    public const int TopMm = 37;
    public const int BottomMm = 35;
    public const int LeftMm = 28;
    public const int RightMm = 26;
    public const int TextWidthMm = 156;

    public const int CharactersInLine = 28;
    public const int CharactersInTitleLine = CharactersInLine * BodySize / TitleSize;

    /// <summary>225 mm through 22 lines.</summary>
    public const int LinePitch = 579;

    /// <summary>28 characters of 16 points are wider than 156 mm, so each gives a quarter of a point.</summary>
    public const int CharacterSpacing = -5;

    public const int CharacterPitch = (BodySize * 10) + CharacterSpacing;

    /// <summary>3号.</summary>
    public const int BodySize = 32;

    /// <summary>2号.</summary>
    public const int TitleSize = 44;

    /// <summary>4号.</summary>
    public const int SmallSize = 28;

    /// <summary>小4号, in tables.</summary>
    public const int CellSize = 24;

    public static int Twips(double millimetres) => (int)Math.Round(millimetres * 1440 / 25.4);

    public static int Characters(double count) => (int)Math.Round(count * CharacterPitch);
}
