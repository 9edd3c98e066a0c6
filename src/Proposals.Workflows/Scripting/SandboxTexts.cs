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
    /// <summary>However light a pattern is, the matcher may keep a kilobyte for every character of what it finds.</summary>
    private const long MatchWeight = 100;

    private static readonly string[] charged = ["slice", "substring", "substr", "toUpperCase", "toLowerCase", "trim"];

    public ObjectInstance PatternMethods { get; } = engine.Object.Construct(Arguments.Empty);

    public void Register(ObjectInstance methods, ObjectInstance global)
    {
        foreach (var name in charged)
        {
            var native = methods.Get(name);
            Add(methods, name, (self, arguments) => new JsValue(budget.Text(TypeConverter.ToString(native.Invoke(self, arguments)))));
        }

        Add(methods, "concat", (self, arguments) => new JsValue(Concat(self, arguments)));
        Add(methods, "indexOf", (self, arguments) => new JsValue(IndexOf(TypeConverter.ToString(self), TypeConverter.ToString(arguments.At(0)), arguments.At(1))));
        Add(methods, "lastIndexOf", (self, arguments) => new JsValue(LastIndexOf(TypeConverter.ToString(self), TypeConverter.ToString(arguments.At(0)), arguments.At(1))));
        Add(methods, "split", (self, arguments) => Split(TypeConverter.ToString(self), arguments.At(0), arguments.At(1)));
        Add(methods, "replace", (self, arguments) => new JsValue(Replace(TypeConverter.ToString(self), arguments.At(0), arguments.At(1))));
        Add(methods, "search", (self, arguments) => new JsValue(Match(arguments.At(0), TypeConverter.ToString(self)) is { Success: true } found ? found.Index : -1));
        Add(methods, "match", (self, arguments) => MatchAll(TypeConverter.ToString(self), arguments.At(0)));
        Add(PatternMethods, "test", (self, arguments) => new JsValue(Match(self, TypeConverter.ToString(arguments.At(0))).Success));
        Add(PatternMethods, "exec", (self, arguments) => Groups(Match(self, TypeConverter.ToString(arguments.At(0)))));
        Add(global, HiddenNames.Pattern, (_, arguments) => Pattern(TypeConverter.ToString(arguments.At(0)), arguments.At(1).IsUndefined() ? "" : TypeConverter.ToString(arguments.At(1))));
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

    private int IndexOf(string text, string sought, JsValue from)
    {
        ChargeSearch(text, sought);
        return text.IndexOf(sought, (int)Math.Clamp(TypeConverter.ToInteger(from), 0, text.Length), StringComparison.Ordinal);
    }

    private int LastIndexOf(string text, string sought, JsValue from)
    {
        ChargeSearch(text, sought);
        var last = TypeConverter.ToNumber(from) is var given && double.IsNaN(given) ? text.Length : (int)Math.Clamp(given, 0, text.Length);
        return text.AsSpan(0, Math.Min(last + sought.Length, text.Length)).LastIndexOf(sought);
    }

    /// <summary>Where nearly everything is found nearly everywhere, all of one is compared at every place of the other.</summary>
    private void ChargeSearch(string text, string sought) => budget.Charge((text.Length / 16) + ((long)text.Length * sought.Length / 4096));

    private JsValue Split(string text, JsValue by, JsValue limit)
    {
        var most = limit.IsUndefined() ? uint.MaxValue : TypeConverter.ToUint32(limit);
        return List((by.IsUndefined() ? [new JsValue(text)] : Parts(text, by)).Take((int)Math.Min(most, int.MaxValue)));
    }

    private IEnumerable<JsValue> Parts(string text, JsValue by)
    {
        var from = 0;
        foreach (var (index, groups) in Places(text, by, true))
        {
            var to = index + groups[0].AsString().Length;
            if (text.Length == 0 && to == 0)
                yield break;
            if (to == from || index == text.Length)
                continue;
            yield return new JsValue(text[from..index]);
            foreach (var group in groups.Skip(1))
                yield return group;
            from = to;
        }

        yield return new JsValue(text[from..]);
    }

    private string Replace(string text, JsValue what, JsValue with)
    {
        var made = new StringBuilder();
        var from = 0;
        var template = with.Is<ICallable>() ? null : TypeConverter.ToString(with);
        foreach (var (index, groups) in Places(text, what, false))
        {
            made.Append(text, from, index - from);
            if (template is null)
                made.Append(TypeConverter.ToString(with.Invoke([.. groups, new JsValue(index), new JsValue(text)])));
            else
                Fill(made, template, text, index, groups);
            from = index + groups[0].AsString().Length;
            ScriptBudget.RequireText(made.Length);
        }

        return budget.Text(made.Append(text, from, text.Length - from).ToString());
    }

    /// <summary><c>$1</c>, <c>$&amp;</c> and the like; a <c>$</c> that stands for nothing stands for itself.</summary>
    private void Fill(StringBuilder made, string template, string text, int index, IReadOnlyList<JsValue> groups)
    {
        budget.Charge(template.Length / 4);
        for (var i = 0; i < template.Length; i++)
        {
            var sign = template[i] == '$' && i + 1 < template.Length ? template[++i] : '\0';
            if (sign == '\0')
                made.Append(template[i]);
            else if (sign == '$')
                made.Append('$');
            else if (sign == '&')
                made.Append(groups[0].AsString());
            else if (sign == '`')
                made.Append(text, 0, index);
            else if (sign == '\'')
                made.Append(text.AsSpan(index + groups[0].AsString().Length));
            else if (GroupAt(template, ref i, groups.Count) is var group and > 0)
                made.Append(groups[group].IsUndefined() ? "" : groups[group].AsString());
            else
                made.Append('$').Append(sign);
            ScriptBudget.RequireText(made.Length);
        }
    }

    /// <summary>Two digits where there are so many groups, else one.</summary>
    private static int GroupAt(string template, ref int i, int groups)
    {
        if (!char.IsAsciiDigit(template[i]))
            return 0;
        var one = template[i] - '0';
        var two = i + 1 < template.Length && char.IsAsciiDigit(template[i + 1]) ? (one * 10) + template[i + 1] - '0' : 0;
        if (two > 0 && two < groups)
        {
            i++;
            return two;
        }

        return one < groups ? one : 0;
    }

    /// <summary>Where it is found, with the text found and its groups.</summary>
    private IEnumerable<(int Index, JsValue[] Groups)> Places(string text, JsValue what, bool everywhere)
    {
        if (AsPattern(what) is { } pattern)
        {
            for (var match = Match(pattern, text); match.Success; match = match.NextMatch())
            {
                yield return (match.Index, [.. match.Groups.Values.Select(Group)]);
                if (!everywhere && !pattern.Everywhere)
                    yield break;
                // The next match may have to look at all the rest before it knows.
                budget.Charge(20 + ((text.Length - match.Index) * pattern.Weight / 20));
            }

            yield break;
        }

        var wanted = TypeConverter.ToString(what);
        ChargeSearch(text, wanted);
        var found = new JsValue(wanted);
        for (var index = text.IndexOf(wanted, StringComparison.Ordinal); index >= 0; index = Next(index))
        {
            yield return (index, [found]);
            if (!everywhere)
                yield break;
        }

        int Next(int index) => index + Math.Max(wanted.Length, 1) is var next && next > text.Length ? -1 : text.IndexOf(wanted, next, StringComparison.Ordinal);
    }

    private JsValue MatchAll(string text, JsValue what)
    {
        if (AsPattern(what) is not { Everywhere: true })
            return Groups(Match(what, text));
        var found = Places(text, what, true).Select(place => place.Groups[0]).ToList();
        return found.Count == 0 ? JsValue.Null : List(found);
    }

    private Match Match(JsValue what, string text) =>
        Match(AsPattern(what) ?? AsPattern(Pattern(TypeConverter.ToString(what), "")) ?? throw new InvalidOperationException("A pattern was just made."), text);

    private Match Match(BoundedPattern pattern, string text)
    {
        budget.Charge(text.Length * Math.Max(pattern.Weight, MatchWeight));
        return pattern.Regex.Match(text);
    }

    private JsValue Groups(Match match)
    {
        if (!match.Success)
            return JsValue.Null;
        var groups = List(match.Groups.Values.Select(Group));
        groups.AsObject().Put("index", new JsValue(match.Index), false);
        return groups;
    }

    private static JsValue Group(Group group) => group.Success ? new JsValue(group.Value) : JsValue.Undefined;

    private JsValue Pattern(string pattern, string flags)
    {
        budget.Charge(5000);
        var regex = BoundedPattern.TryMake(pattern, flags, out var problem) ?? throw new WorkflowFault("script.pattern", $"The pattern cannot be used: {problem}");
        return new BoundedPattern(engine, regex, flags.Contains('g', StringComparison.Ordinal)) { Prototype = PatternMethods, Extensible = false };
    }

    private JsValue List(IEnumerable<JsValue> items)
    {
        budget.Charge(ScriptBudget.Thing);
        var list = engine.Array.Construct(Arguments.Empty);
        var index = 0;
        foreach (var item in items)
        {
            budget.Charge(50 + (item.IsString() ? item.AsString().Length : 0));
            list.Put(ScriptBudget.Array(index++).ToString(), item, false);
        }

        return list;
    }

    private static BoundedPattern? AsPattern(JsValue value) => value.IsObject() ? value.AsObject() as BoundedPattern : null;

    private void Add(ObjectInstance target, string name, Func<JsValue, JsValue[], JsValue> body) =>
        target.FastAddProperty(name, SandboxNatives.Function(engine, body), true, false, true);
}
