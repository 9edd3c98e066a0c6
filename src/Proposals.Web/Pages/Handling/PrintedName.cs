namespace Proposals.Web.Pages.Handling;

/// <summary>Under which name a printed paper is saved; what Windows allows in no name is left out.</summary>
public static class PrintedName
{
    private const string Forbidden = "\\/:*?\"<>|";

    /// <summary>Windows counts the folders too, and 255 in one name is its end.</summary>
    private const int Longest = 120;

    public static string Of(string words, string ending)
    {
        var kept = new string([.. words.Where(sign => !char.IsControl(sign) && !char.IsSurrogate(sign) && !Forbidden.Contains(sign, StringComparison.Ordinal))]).Trim(' ', '.');
        return $"{(kept.Length <= Longest ? kept : kept[..Longest])}.{ending}";
    }
}
