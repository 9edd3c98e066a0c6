using System.Text.Json;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Definitions;

internal static class VariableReader
{
    public static VariableSet Read(JsonElement? list, string path, string owner, ProblemList problems)
    {
        var variables = new VariableSet();
        Read(list, path, owner, variables, problems);
        return variables;
    }

    private static void Read(JsonElement? list, string path, string owner, VariableSet variables, ProblemList problems)
    {
        var position = -1;
        foreach (var item in list.Items())
        {
            var where = $"{path}[{++position}]";
            var name = item.Text("name");
            if (string.IsNullOrWhiteSpace(name))
            {
                problems.Error("variable.name", where, "这个变量没有名称。请填写名称，或删除它。", "This variable has no name. Give it one, or remove it.");
                continue;
            }

            var typeName = item.Text("typeName") ?? "Object";
            if (item.Find("isArray") is { ValueKind: JsonValueKind.True } && JsonTypes.IsKnown(typeName))
                typeName += "[]";
            if (!JsonTypes.IsKnown(typeName))
            {
                problems.Error("variable.type", where, $"变量“{name}”的类型“{typeName}”无法识别。请改用 String、Int32、Boolean 或 Object。",
                    $"The type \"{typeName}\" of variable \"{name}\" is not known. Use String, Int32, Boolean or Object.");
                continue;
            }

            if (!TryReadValue(item, typeName, out var initial))
            {
                problems.Error("variable.value", where, $"变量“{name}”的初始值不是 {typeName}。请改正初始值或类型。",
                    $"The initial value of variable \"{name}\" is not a {typeName}. Correct the value or the type.");
            }

            if (!variables.TryAdd(new DefinedVariable(item.Text("id") ?? name, name, typeName, initial, owner)))
            {
                problems.Error("variable.duplicate", where, $"变量“{name}”重复（名称或编号已用过）。请改名或删除其中一个。",
                    $"Variable \"{name}\" stands there twice (same name or id). Rename or remove one.");
            }
        }
    }

    private static bool TryReadValue(JsonElement variable, string typeName, out string json)
    {
        json = "null";
        return variable.Find("value") is not { } value
            || (value.AsText() is { } text ? JsonTypes.TryConvertText(typeName, text, out json) : JsonTypes.TryConvert(typeName, value, out json));
    }
}
