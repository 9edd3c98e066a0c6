namespace Proposals.Intake.Lists;

/// <summary>Numbers up to 99 as sessions and days are counted: 十六, 二十一, 16.</summary>
internal static class ChineseNumber
{
    private const string Digits = "〇一二三四五六七八九";

    public static int? Read(string text)
    {
        if (int.TryParse(text, out var number))
            return number is > 0 and < 100 ? number : null;
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return text.Length == 1 && Digit(text[0]) is { } one and > 0 ? one : null;
        if (ten > 1 || text.Length > ten + 2)
            return null;
        var tens = ten == 0 ? 1 : Digit(text[0]);
        var ones = text.Length == ten + 1 ? 0 : Digit(text[^1]);
        return tens * 10 + ones;
    }

    /// <summary>二〇二六 digit by digit.</summary>
    public static int? Year(string text)
    {
        if (int.TryParse(text, out var number))
            return number;
        var year = 0;
        foreach (var letter in text)
        {
            if (Digit(letter) is not { } digit)
                return null;
            year = year * 10 + digit;
        }

        return year;
    }

    private static int? Digit(char letter) => letter is '零' or '○' ? 0 : Digits.IndexOf(letter, StringComparison.Ordinal) is var at and >= 0 ? at : null;
}
