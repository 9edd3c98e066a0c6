using System.Globalization;
using System.Text.RegularExpressions;
using Jint;
using Jint.Native.Object;

namespace Proposals.Workflows.Scripting;

/// <summary>A regular expression that always ends: time is linear in the text. The price is that back references and look-around are refused.</summary>
internal sealed partial class BoundedPattern(Engine engine, Regex regex, bool everywhere) : ObjectInstance(engine)
{
    private const int MaxLength = 200;

    public Regex Regex { get; } = regex;

    public bool Everywhere { get; } = everywhere;

    /// <summary>How dear one character of a text is: an automaton too large to be laid out is walked state by state.</summary>
    public long Weight { get; } = WeightOf(regex.ToString());

    public override string Class => "RegExp";

    /// <summary>What is wrong with it, or null.</summary>
    public static string? Check(string pattern, string flags)
    {
        _ = TryMake(pattern, flags, out var problem);
        return problem;
    }

    public static Regex? TryMake(string pattern, string flags, out string? problem)
    {
        try
        {
            problem = null;
            return Make(pattern, flags);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            problem = refused.Message.ReplaceLineEndings(" ");
            return null;
        }
    }

    private static Regex Make(string pattern, string flags)
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
        return new Regex(pattern, options, ScriptSandbox.Fuse);
    }

    private static long WeightOf(string pattern)
    {
        var states = 1L;
        foreach (var repeat in Repeats().EnumerateMatches(pattern))
            states = Math.Min(states * (1 + long.Parse(pattern.AsSpan(repeat.Index, repeat.Length).TrimEnd(",}"), CultureInfo.InvariantCulture)), 1_000_000);
        return 1 + (states * pattern.Length / 3);
    }

    [GeneratedRegex("[0-9]{1,6},?}", RegexOptions.NonBacktracking)]
    private static partial Regex Repeats();
}
