namespace Proposals.Web.Face;

/// <summary>English labels stand inside sentences and begin small; at the head of a line or on a button they begin large.</summary>
public static class Capital
{
    public static string First(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
