using System.Text.Json;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Scripting;

/// <summary>The functions through which a script sees its instance. Values are copied both ways.</summary>
internal sealed class ScriptHost(Engine engine, ScriptBudget budget)
{
    /// <summary>All variables in one object. Only for scripts that name it: it is a copy, and whoever has a large variable pays for it.</summary>
    public const string VariablesName = "variables";

    private static readonly HashSet<string> ownNames =
    [
        "getVariable", "setVariable", "getInput", "getOutputFrom", "getLastResult", "getFact", "getWorkflowInstanceId", "getWorkflowDefinitionId", "getCorrelationId",
        "setCorrelationId", "getWorkflowInstanceName", "setWorkflowInstanceName", "setOutcome", "setOutcomes",
    ];

    public WorkflowRun? Run { get; set; }

    private WorkflowRun Current => Run ?? throw new InvalidOperationException("No script is running.");

    public TimeSpan Offset => Current.Now.Offset;

    public double NowInMilliseconds => Current.Now.ToUnixTimeMilliseconds();

    public static bool IsOwn(string name) => ownNames.Contains(name);

    public JsValue Variables()
    {
        var values = engine.Object.Construct(Arguments.Empty);
        foreach (var variable in Current.Visible())
            values.FastAddProperty(variable.Name, Value(Current.Variable(variable)), true, true, true);
        return values;
    }

    public JsValue Accessor(VariableAccessor accessor) => accessor.Sets
        ? Function((_, arguments) => Set(accessor.Variable, arguments.At(0)))
        : Function((_, _) => Value(Current.Variable(accessor.Variable)));

    public void Register(ObjectInstance global)
    {
        Add(global, "getVariable", arguments => Current.FindVariable(Text(arguments, 0)) is { } variable ? Value(Current.Variable(variable)) : JsValue.Null);
        Add(global, "setVariable", arguments => Current.FindVariable(Text(arguments, 0)) is { } variable
            ? Set(variable, arguments.At(1))
            : throw new WorkflowFault("variable.unknown", $"The script sets variable '{Text(arguments, 0)}', which does not exist."));
        Add(global, "getInput", arguments => Value(Current.Input(Text(arguments, 0))));
        Add(global, "getOutputFrom", OutputFrom);
        Add(global, "getFact", arguments => Value(Current.Facts.TryGetPropertyValue(Text(arguments, 0), out var fact) ? CanonicalJson.Of(fact) : "null"));
        Add(global, "getLastResult", _ => Value(Current.LastResult));
        Add(global, "getWorkflowInstanceId", _ => new JsValue(Current.InstanceId));
        Add(global, "getWorkflowDefinitionId", _ => new JsValue(Current.DefinitionId));
        Add(global, "getCorrelationId", _ => Current.CorrelationId is { } id ? new JsValue(budget.Text(id)) : JsValue.Null);
        Add(global, "setCorrelationId", arguments => Told(Current.CorrelationId = Text(arguments, 0)));
        Add(global, "getWorkflowInstanceName", _ => Current.Name is { } name ? new JsValue(budget.Text(name)) : JsValue.Null);
        Add(global, "setWorkflowInstanceName", arguments => Told(Current.Name = Text(arguments, 0)));
        Add(global, "setOutcome", arguments => Told(Current.ChosenOutcomes = [Text(arguments, 0)]));
        Add(global, "setOutcomes", arguments => Told(Current.ChosenOutcomes = Texts(arguments.At(0))));
        Add(global, "toJson", arguments => new JsValue(budget.Text(ScriptJson.Write(arguments.At(0), budget))));
        Add(global, "isNullOrWhiteSpace", arguments => new JsValue(arguments.At(0) is var value && (IsNothing(value) || string.IsNullOrWhiteSpace(TypeConverter.ToString(value)))));
    }

    /// <summary>For functions that are called for what they do.</summary>
    private static JsValue Told(object? _) => JsValue.Undefined;

    private string[] Texts(JsValue list) =>
        CanonicalJson.TryParse(ScriptJson.Write(list, budget), out var json) && json.ValueKind == JsonValueKind.Array
            ? [.. json.EnumerateArray().Select(item => item.ToString())]
            : [TypeConverter.ToString(list)];

    private JsValue OutputFrom(JsValue[] arguments)
    {
        var outputs = Value(Current.Outputs(Text(arguments, 0)));
        if (!outputs.IsObject() || arguments.At(1).IsUndefined())
            return outputs;
        var name = Text(arguments, 1);
        var found = outputs.AsObject().Get(name);
        if (found.IsUndefined() && name.Length > 0)
            found = outputs.AsObject().Get(char.ToLowerInvariant(name[0]) + name[1..]);
        return found.IsUndefined() ? JsValue.Null : found;
    }

    private JsValue Set(Definitions.DefinedVariable variable, JsValue value)
    {
        Current.SetVariable(variable, ScriptJson.Write(value, budget));
        return JsValue.Undefined;
    }

    private JsValue Value(string json) => ScriptJson.Read(engine, json, budget);

    private void Add(ObjectInstance global, string name, Func<JsValue[], JsValue> body) =>
        global.FastAddProperty(name, Function((_, arguments) => body(arguments)), false, false, false);

    private JsValue Function(Func<JsValue, JsValue[], JsValue> body) => new(new ClrFunctionInstance(engine, body));

    private static bool IsNothing(JsValue value) => value.IsUndefined() || value.IsNull();

    private static string Text(JsValue[] arguments, int position) => TypeConverter.ToString(arguments.At(position));
}
