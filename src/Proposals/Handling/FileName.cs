using Proposals.Persistence;

namespace Proposals.Handling;

/// <summary>Under which name an upload is kept: what stands behind the last separator of any system, in characters that can be seen, as long as its column.</summary>
internal static class FileName
{
    private const int LongestEnding = 10;

    private static readonly char[] Separators = ['/', '\\'];

    public static string Of(string given)
    {
        var name = PlainText.Of(given[(given.LastIndexOfAny(Separators) + 1)..]);
        name = new string([.. name.Where(sign => !char.IsControl(sign))]).Trim();
        if (name.Length <= Lengths.FileName)
            return name;
        var ending = name.LastIndexOf('.') is var dot && dot >= 0 && name.Length - dot <= LongestEnding ? name[dot..] : "";
        return Lengths.Fitting(name, Lengths.FileName - ending.Length) + ending;
    }
}
