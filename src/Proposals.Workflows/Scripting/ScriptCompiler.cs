using System.Diagnostics.CodeAnalysis;
using Jint.Parser;
using Jint.Parser.Ast;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Scripting;

/// <summary>A script parsed and made safe. Nothing in its tree changes any more, so that threads and engines share it.</summary>
internal sealed record CompiledScript(Program Program, IReadOnlyList<VariableAccessor> Accessors, bool NamesVariables);

/// <summary><c>getAmount()</c> or <c>setAmount(value)</c>, where the definition has a variable named Amount.</summary>
internal sealed record VariableAccessor(string Name, DefinedVariable Variable, bool Sets);

internal static class ScriptCompiler
{
    private const int MaxBytes = 4096;

    public static bool TryCompile(
        string source, VisibleVariables scope, [NotNullWhen(true)] out CompiledScript? script, [NotNullWhen(false)] out ScriptComplaint? complaint)
    {
        script = null;
        complaint = Complain(source, scope, ref script);
        if (script is not null)
            return true;
        complaint ??= ScriptComplaint.Construct("?");
        return false;
    }

    private static ScriptComplaint? Complain(string source, VisibleVariables scope, ref CompiledScript? script)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(source) > MaxBytes)
        {
            return new("script.size", "长度超过4 kB。请拆分，或把判断写成变量。", "it is longer than 4 kB. Split it, or move parts into variables.");
        }

        if (ScriptScan.FindExcess(source) is { } excess)
        {
            return excess;
        }

        if (ScriptScan.FindNewerConstruct(source) is { } construct)
        {
            return ScriptComplaint.Construct(construct);
        }

        try
        {
            var names = new HashSet<string>();
            var program = ParseWhole(source, names);
            script = new CompiledScript(program, [.. Accessors(names, scope)], names.Contains(ScriptHost.VariablesName));
            return null;
        }
        catch (ScriptRefused refused)
        {
            return refused.Complaint;
        }
        catch (ParserException broken)
        {
            return new("script.syntax", $"第{broken.LineNumber}行第{broken.Column}列有语法错误（{broken.Description}）。请改正。",
                $"syntax error in line {broken.LineNumber}, column {broken.Column} ({broken.Description}). Correct it.");
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidCastException or FormatException or OverflowException or IndexOutOfRangeException or NullReferenceException)
        {
            return new("script.syntax", "有无法识别的写法。请改正。", "something in it cannot be read. Correct it.");
        }
    }

    /// <summary>For the sandbox's own prelude.</summary>
    public static Program ParseTrusted(string source) => Parse(source, []);

    /// <summary>Elsa lets a script end in <c>return value</c>, which is a function's body rather than a program.</summary>
    private static Program ParseWhole(string source, HashSet<string> names)
    {
        try
        {
            return Parse(source, names);
        }
        catch (ParserException illegal) when (illegal.Description?.Contains("Illegal return", StringComparison.Ordinal) == true)
        {
            return Parse($"(function () {{{source}\n}})()", names);
        }
    }

    private static Program Parse(string source, HashSet<string> names)
    {
        var program = new JavaScriptParser(strict: true).Parse(source);
        new ScriptRewriter(names).Rewrite(program);
        return program;
    }

    private static IEnumerable<VariableAccessor> Accessors(HashSet<string> names, VisibleVariables scope)
    {
        foreach (var variable in scope.Visible())
        {
            if (names.Contains("get" + variable.Name) && !ScriptHost.IsOwn("get" + variable.Name))
                yield return new("get" + variable.Name, variable, false);
            if (names.Contains("set" + variable.Name) && !ScriptHost.IsOwn("set" + variable.Name))
                yield return new("set" + variable.Name, variable, true);
        }
    }
}
