using System.Text;
using System.Text.RegularExpressions;

namespace Proposals.Workflows.Scripting;

/// <summary>Names what is newer than ES5, because the parser would only say "unexpected token".</summary>
internal static partial class ScriptScan
{
    private const int MaxPatterns = 10;

    private static readonly (Regex Sign, string Name)[] constructs =
    [
        (Arrow(), "arrow function (=>)"),
        (Template(), "template string (`…`)"),
        (OptionalChain(), "optional chaining (?.)"),
        (Nullish(), "nullish coalescing (??)"),
        (Spread(), "spread (...)"),
        (Power(), "exponent operator (**)"),
        (Keyword(), ""),
    ];

    /// <summary>What would cost the parser itself more than a condition is worth, before anything could stop it.</summary>
    public static ScriptComplaint? FindExcess(string source)
    {
        _ = WithoutTexts(source, out var patterns);
        if (patterns > MaxPatterns)
            return new("script.patterns", $"正则表达式超过{MaxPatterns}个。请拆分。", $"it has more than {MaxPatterns} regular expressions. Split it.");
        return LongNumber().IsMatch(source) ? new("script.number", "有一个数超过40位。请改正。", "a number in it has more than 40 digits. Correct it.") : null;
    }

    public static string? FindNewerConstruct(string source)
    {
        var bare = WithoutTexts(source, out _);
        foreach (var (sign, name) in constructs)
        {
            if (sign.Match(bare) is { Success: true } match)
                return name.Length > 0 ? name : match.Value;
        }

        return null;
    }

    /// <summary>The script with strings, comments and patterns blanked out; backticks stay, they are a construct themselves.</summary>
    private static string WithoutTexts(string source, out int patterns)
    {
        patterns = 0;
        var bare = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            var letter = source[i];
            if (letter is '"' or '\'')
                i = EndOf(source, i, letter, ref bare);
            else if (letter == '/' && i + 1 < source.Length && source[i + 1] == '/')
                i = EndAt(source.IndexOf('\n', i), source);
            else if (letter == '/' && i + 1 < source.Length && source[i + 1] == '*')
                i = EndAt(source.IndexOf("*/", i + 2, StringComparison.Ordinal) + 1, source);
            else if (letter == '/' && MayBeginPattern(bare) && ++patterns > 0)
                i = EndOf(source, i, '/', ref bare);
            else
                bare.Append(letter);
        }

        return bare.ToString();
    }

    private static int EndOf(string source, int start, char quote, ref StringBuilder bare)
    {
        bare.Append("\"\"");
        for (var i = start + 1; i < source.Length; i++)
        {
            if (source[i] == '\\')
                i++;
            else if (source[i] == quote || source[i] == '\n')
                return i;
        }

        return source.Length;
    }

    private static int EndAt(int found, string source) => found <= 0 ? source.Length : found;

    private static bool MayBeginPattern(StringBuilder bare)
    {
        for (var i = bare.Length - 1; i >= 0; i--)
        {
            if (!char.IsWhiteSpace(bare[i]))
                return "(,=:[!&|?{};+-*%<>~^".Contains(bare[i], StringComparison.Ordinal) || (bare[i] == 'n' && i >= 5 && bare.ToString(i - 5, 6) == "return");
        }

        return true;
    }

    [GeneratedRegex("[0-9]{41}", RegexOptions.NonBacktracking)]
    private static partial Regex LongNumber();

    [GeneratedRegex("=>", RegexOptions.NonBacktracking)]
    private static partial Regex Arrow();

    [GeneratedRegex("`", RegexOptions.NonBacktracking)]
    private static partial Regex Template();

    [GeneratedRegex(@"\?\.(?:\D|$)", RegexOptions.NonBacktracking)]
    private static partial Regex OptionalChain();

    [GeneratedRegex(@"\?\?", RegexOptions.NonBacktracking)]
    private static partial Regex Nullish();

    [GeneratedRegex(@"\.\.\.", RegexOptions.NonBacktracking)]
    private static partial Regex Spread();

    [GeneratedRegex(@"\*\*", RegexOptions.NonBacktracking)]
    private static partial Regex Power();

    [GeneratedRegex(@"(?<![\w$.])(?:let|const|class|async|await|yield|import|export)(?![\w$]|\s*[:=)\],;.(]|$)", RegexOptions.None, 200)]
    private static partial Regex Keyword();
}
