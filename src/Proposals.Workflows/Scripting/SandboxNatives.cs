using System.Text;
using Jint;
using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;
using Jint.Parser.Ast;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Scripting;

/// <summary>What the rewriter calls, and the global objects whose own versions read the clock or count nothing.</summary>
internal sealed class SandboxNatives(Engine engine, ScriptBudget budget, ScriptHost host)
{
    private readonly SandboxDates dates = new(engine, host);

    public void Register(ObjectInstance global)
    {
        Add(global, HiddenNames.Add, (_, arguments) => Sum(arguments.At(0), arguments.At(1)));
        Add(global, HiddenNames.Assign, (_, arguments) => Assign(arguments));
        Add(global, HiddenNames.Bits, (_, arguments) => Operate(arguments.At(0), arguments.At(1), (AssignmentOperator)(int)arguments.At(2).AsNumber()));
        Add(global, HiddenNames.Enter, (_, arguments) => Enter(arguments));
        Add(global, HiddenNames.Leave, (_, arguments) => Leave(arguments));
        Add(global, HiddenNames.Charge, (_, arguments) => Charge(arguments));
        Add(global, HiddenNames.Compare, (_, arguments) => Compared(arguments[0]));
        Add(global, HiddenNames.Work, (_, arguments) => Work(arguments));
        Add(global, HiddenNames.New("Object"), (_, _) => engine.Object.Construct(Arguments.Empty));
        Add(global, HiddenNames.New("Error"), (_, arguments) => engine.Error.Construct(arguments));
        Add(global, HiddenNames.New("Array"), (_, arguments) => List(arguments));
        Add(global, HiddenNames.New("Date"), (_, arguments) => dates.New(arguments));

        var list = Replace(global, "Array", engine.Array.PrototypeObject, (_, arguments) => List(arguments));
        Add(list, "isArray", (_, arguments) => new JsValue(arguments.At(0).IsArray()));
        Add(engine.Array.PrototypeObject, "join", (self, arguments) => new JsValue(Join(self, arguments.At(0))));

        var date = Replace(global, "Date", engine.Date.PrototypeObject, (_, _) => engine.Date.Construct(host.NowInMilliseconds).Get("toString").Invoke(engine.Date.Construct(host.NowInMilliseconds), []));
        Add(date, "now", (_, _) => new JsValue(host.NowInMilliseconds));
        Add(date, "parse", (_, arguments) => new JsValue(dates.Parse(TypeConverter.ToString(arguments.At(0)))));
        Keep(engine.Date, date, "UTC");

        var thing = Replace(global, "Object", engine.Object.PrototypeObject, (_, arguments) => arguments.At(0).IsObject() ? arguments[0] : engine.Object.Construct(Arguments.Empty));
        Keep(engine.Object, thing, "keys");

        var json = engine.Object.Construct(Arguments.Empty);
        global.RemoveOwnProperty("JSON");
        global.FastAddProperty("JSON", json, true, false, true);
        Add(json, "stringify", (_, arguments) => arguments.At(0).IsUndefined() ? JsValue.Undefined : new JsValue(budget.Text(ScriptJson.Write(arguments[0], budget))));
        Add(json, "parse", (_, arguments) => ScriptJson.Read(engine, TypeConverter.ToString(arguments.At(0)), budget));
    }

    public static JsValue Function(Engine engine, Func<JsValue, JsValue[], JsValue> body) => new(new ClrFunctionInstance(engine, body));

    private JsValue Sum(JsValue left, JsValue right)
    {
        left = TypeConverter.ToPrimitive(left);
        right = TypeConverter.ToPrimitive(right);
        if (!left.IsString() && !right.IsString())
            return new JsValue(TypeConverter.ToNumber(left) + TypeConverter.ToNumber(right));
        var (first, second) = (TypeConverter.ToString(left), TypeConverter.ToString(right));
        ScriptBudget.RequireText((long)first.Length + second.Length);
        return new JsValue(budget.Text(first + second));
    }

    private JsValue Assign(JsValue[] arguments)
    {
        var target = TypeConverter.ToObject(engine, arguments.At(0));
        var key = TypeConverter.ToString(arguments.At(1));
        var value = Combine(target, key, arguments.At(2), (AssignmentOperator)(int)arguments.At(3).AsNumber());
        if (target is ArrayInstance)
        {
            if (key == "length")
                ScriptBudget.Array(TypeConverter.ToNumber(value));
            else if (key.Length > 0 && char.IsAsciiDigit(key[0]) && double.TryParse(key, out var index))
                ScriptBudget.Array(index);
        }

        if (!target.HasOwnProperty(key))
            budget.Charge(50 + key.Length);
        target.Put(key, value, true);
        return value;
    }

    private JsValue Combine(ObjectInstance target, string key, JsValue value, AssignmentOperator how)
    {
        if (how == AssignmentOperator.Assign)
            return value;
        if (how == AssignmentOperator.PlusAssign)
            return Sum(target.Get(key), value);
        return Operate(target.Get(key), value, how);
    }

    private static JsValue Operate(JsValue first, JsValue second, AssignmentOperator how)
    {
        double left = TypeConverter.ToNumber(first), right = TypeConverter.ToNumber(second);
        return new JsValue(how switch
        {
            AssignmentOperator.MinusAssign => left - right,
            AssignmentOperator.TimesAssign => left * right,
            AssignmentOperator.DivideAssign => left / right,
            AssignmentOperator.ModuloAssign => left % right,
            AssignmentOperator.BitwiseAndAssign => Bits(left) & Bits(right),
            AssignmentOperator.BitwiseOrAssign => Bits(left) | Bits(right),
            AssignmentOperator.BitwiseXOrAssign => Bits(left) ^ Bits(right),
            AssignmentOperator.LeftShiftAssign => Bits(left) << (Bits(right) & 31),
            AssignmentOperator.RightShiftAssign => Bits(left) >> (Bits(right) & 31),
            _ => (uint)Bits(left) >> (Bits(right) & 31),
        });
    }

    private static int Bits(double number) => double.IsFinite(number) ? unchecked((int)(long)Math.IEEERemainder(Math.Truncate(number), 4294967296d)) : 0;

    private JsValue Enter(JsValue[] arguments)
    {
        budget.Charge((int)arguments[1].AsNumber());
        budget.Enter((int)arguments[0].AsNumber());
        return JsValue.Undefined;
    }

    private JsValue Leave(JsValue[] arguments)
    {
        budget.Leave((int)arguments[0].AsNumber());
        return JsValue.Undefined;
    }

    private JsValue Charge(JsValue[] arguments)
    {
        budget.Charge((int)arguments[1].AsNumber());
        return arguments[0];
    }

    private JsValue Compared(JsValue value)
    {
        if (value.IsString() && value.AsString() is { Length: > 1000 } text)
            budget.Scan(text);
        return value;
    }

    private JsValue Work(JsValue[] arguments)
    {
        budget.Work((int)arguments[1].AsNumber());
        return arguments[0];
    }

    private JsValue List(JsValue[] arguments)
    {
        if (arguments.Length == 1 && arguments[0].IsNumber())
            budget.Charge(ScriptBudget.Array(arguments[0].AsNumber()));
        return engine.Array.Construct(arguments);
    }

    private string Join(JsValue self, JsValue separator)
    {
        const int weight = 20;
        var list = TypeConverter.ToObject(engine, self);
        var between = separator.IsUndefined() ? "," : TypeConverter.ToString(separator);
        var length = ScriptBudget.Array(TypeConverter.ToNumber(list.Get("length")));
        var text = new StringBuilder();
        budget.Enter(weight);
        budget.Charge(4 * length);
        for (var i = 0; i < length; i++)
        {
            if (i > 0)
                text.Append(between);
            var item = list.Get(i.ToString());
            if (!item.IsUndefined() && !item.IsNull())
                text.Append(TypeConverter.ToString(item));
            ScriptBudget.RequireText(text.Length);
        }

        budget.Leave(weight);
        return budget.Text(text.ToString());
    }

    private ClrFunctionInstance Replace(ObjectInstance global, string name, ObjectInstance prototype, Func<JsValue, JsValue[], JsValue> body)
    {
        var function = new ClrFunctionInstance(engine, body);
        function.FastAddProperty("prototype", prototype, false, false, false);
        global.RemoveOwnProperty(name);
        global.FastAddProperty(name, function, true, false, true);
        return function;
    }

    private static void Keep(ObjectInstance from, ObjectInstance to, string name) => to.FastAddProperty(name, from.Get(name), true, false, true);

    private void Add(ObjectInstance target, string name, Func<JsValue, JsValue[], JsValue> body) =>
        target.FastAddProperty(name, Function(engine, body), true, false, true);
}
