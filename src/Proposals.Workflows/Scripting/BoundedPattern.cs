using System.Text.RegularExpressions;
using Jint;
using Jint.Native.Object;

namespace Proposals.Workflows.Scripting;

/// <summary>A regular expression that always ends: time is linear in the text. The price is that back references and look-around are refused.</summary>
internal sealed class BoundedPattern(Engine engine, Regex regex, bool everywhere) : ObjectInstance(engine)
{
    private const int MaxLength = 200;

    public Regex Regex { get; } = regex;

    public bool Everywhere { get; } = everywhere;

    public override string Class => "RegExp";

    /// <summary>What is wrong with it, or null.</summary>
    public static string? Check(string pattern, string flags)
    {
        try
        {
            _ = Make(pattern, flags);
            return null;
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            return refused.Message.ReplaceLineEndings(" ");
        }
    }

    public static Regex Make(string pattern, string flags)
    {
        if (pattern.Length > MaxLength)
            throw new NotSupportedException($"a pattern may have {MaxLength} characters");
        if (flags.Any(flag => flag is not ('g' or 'i' or 'm')))
            throw new NotSupportedException($"flags '{flags}' are not known");
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        if (flags.Contains('i', StringComparison.Ordinal))
            options |= RegexOptions.IgnoreCase;
        if (flags.Contains('m', StringComparison.Ordinal))
            options |= RegexOptions.Multiline;
        return new Regex(pattern, options, TimeSpan.FromMilliseconds(250));
    }
}
