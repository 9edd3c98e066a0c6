using System.Text;
using System.Text.RegularExpressions;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Scripting;

/// <summary>The methods of texts: those that make text are charged for it, those that take patterns take bounded ones.</summary>
internal sealed class SandboxTexts(Engine engine, ScriptBudget budget)
{
    private static readonly string[] charged = ["slice", "substring", "substr", "toUpperCase", "toLowerCase", "trim"];

    private static readonly string[] scanning = ["indexOf", "lastIndexOf", "localeCompare"];

    public ObjectInstance PatternMethods { get; } = engine.Object.Construct(Arguments.Empty);

    public void Register(ObjectInstance methods, ObjectInstance global)
    {
        foreach (var name in charged)
        {
            var native = methods.Get(name);
            Add(methods, name, (self, arguments) => new JsValue(budget.Text(TypeConverter.ToString(native.Invoke(self, arguments)))));
        }

        foreach (var name in scanning)
        {
            var native = methods.Get(name);
            Add(methods, name, (self, arguments) => Scanned(native, self, arguments));
        }

        Add(methods, "concat", (self, arguments) => new JsValue(Concat(self, arguments)));
        Add(methods, "split", (self, arguments) => List(Split(TypeConverter.ToString(self), arguments.At(0))));
        Add(methods, "replace", (self, arguments) => new JsValue(Replace(TypeConverter.ToString(self), arguments.At(0), arguments.At(1))));
        Add(methods, "search", (self, arguments) => new JsValue(Match(arguments.At(0), TypeConverter.ToString(self)) is { Success: true } found ? found.Index : -1));
        Add(methods, "match", (self, arguments) => MatchAll(TypeConverter.ToString(self), arguments.At(0)));
        Add(PatternMethods, "test", (self, arguments) => new JsValue(Match(self, TypeConverter.ToString(arguments.At(0))).Success));
        Add(PatternMethods, "exec", (self, arguments) => Groups(Match(self, TypeConverter.ToString(arguments.At(0)))));
        Add(global, HiddenNames.Pattern, (_, arguments) => Pattern(TypeConverter.ToString(arguments.At(0)), arguments.At(1).IsUndefined() ? "" : TypeConverter.ToString(arguments.At(1))));
    }

    private JsValue Scanned(JsValue native, JsValue self, JsValue[] arguments)
    {
        budget.Scan(TypeConverter.ToString(self));
        return native.Invoke(self, arguments);
    }

    private string Concat(JsValue self, JsValue[] arguments)
    {
        var text = new StringBuilder(TypeConverter.ToString(self));
        foreach (var argument in arguments)
        {
            text.Append(TypeConverter.ToString(argument));
            ScriptBudget.RequireText(text.Length);
        }

        return budget.Text(text.ToString());
    }

    private IEnumerable<string> Split(string text, JsValue by)
    {
        if (by.IsUndefined())
            return [text];
        if (AsPattern(by) is { } pattern)
        {
            budget.Match(text);
            return Bounded(pattern.Regex.EnumerateSplits(text), text);
        }

        var separator = TypeConverter.ToString(by);
        budget.Charge(text.Length);
        return separator.Length == 0 ? text.Take(ScriptBudget.Array(text.Length)).Select(letter => letter.ToString()) : text.Split(separator, ScriptBudget.MaxArray);
    }

    private static List<string> Bounded(Regex.ValueSplitEnumerator splits, string text)
    {
        var parts = new List<string>();
        foreach (var range in splits)
        {
            parts.Add(text[range]);
            ScriptBudget.Array(parts.Count);
        }

        return parts;
    }

    private string Replace(string text, JsValue what, JsValue with)
    {
        var made = new StringBuilder();
        var from = 0;
        foreach (var (index, length, value) in Places(text, what))
        {
            budget.Charge(20);
            var replacement = with.IsObject() ? TypeConverter.ToString(with.Invoke(new JsValue(value))) : Filled(TypeConverter.ToString(with), value);
            made.Append(text, from, index - from).Append(replacement);
            from = index + length;
            ScriptBudget.RequireText(made.Length);
        }

        return budget.Text(made.Append(text, from, text.Length - from).ToString());
    }

    private string Filled(string with, string value)
    {
        budget.Scan(with);
        ScriptBudget.RequireText(with.Length + ((long)with.AsSpan().Count("$&") * value.Length));
        return with.Replace("$&", value, StringComparison.Ordinal);
    }

    private IEnumerable<(int Index, int Length, string Value)> Places(string text, JsValue what)
    {
        if (AsPattern(what) is { } pattern)
        {
            budget.Match(text);
            for (var match = pattern.Regex.Match(text); match.Success; match = pattern.Everywhere ? match.NextMatch() : System.Text.RegularExpressions.Match.Empty)
                yield return (match.Index, match.Length, match.Value);
            yield break;
        }

        budget.Scan(text);
        var wanted = TypeConverter.ToString(what);
        var index = text.IndexOf(wanted, StringComparison.Ordinal);
        if (index >= 0)
            yield return (index, wanted.Length, wanted);
    }

    private JsValue MatchAll(string text, JsValue what)
    {
        if (AsPattern(what) is not { Everywhere: true })
            return Groups(Match(what, text));
        var found = Places(text, what).Select(place => place.Value).Take(ScriptBudget.MaxArray).ToList();
        return found.Count == 0 ? JsValue.Null : List(found);
    }

    private Match Match(JsValue what, string text)
    {
        budget.Match(text);
        return (AsPattern(what) ?? AsPattern(Pattern(TypeConverter.ToString(what), "")) ?? throw new InvalidOperationException("A pattern was just made.")).Regex.Match(text);
    }

    private JsValue Groups(Match match)
    {
        if (!match.Success)
            return JsValue.Null;
        var groups = List(match.Groups.Values.Select(group => group.Success ? group.Value : ""));
        groups.AsObject().Put("index", new JsValue(match.Index), false);
        return groups;
    }

    private JsValue Pattern(string pattern, string flags)
    {
        budget.Charge(1000);
        if (BoundedPattern.Check(pattern, flags) is { } problem)
            throw new WorkflowFault("script.pattern", $"The pattern cannot be used: {problem}");
        return new BoundedPattern(engine, BoundedPattern.Make(pattern, flags), flags.Contains('g', StringComparison.Ordinal)) { Prototype = PatternMethods, Extensible = false };
    }

    private JsValue List(IEnumerable<string> texts)
    {
        var list = engine.Array.Construct(Arguments.Empty);
        var index = 0;
        foreach (var text in texts)
        {
            budget.Charge(50 + text.Length);
            list.Put(index++.ToString(), new JsValue(text), false);
        }

        return list;
    }

    private static BoundedPattern? AsPattern(JsValue value) => value.IsObject() ? value.AsObject() as BoundedPattern : null;

    private void Add(ObjectInstance target, string name, Func<JsValue, JsValue[], JsValue> body) =>
        target.FastAddProperty(name, SandboxNatives.Function(engine, body), true, false, true);
}
