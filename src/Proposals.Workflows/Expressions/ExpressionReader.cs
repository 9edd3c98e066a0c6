using System.Text.Json;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;
using Proposals.Workflows.Proof;
using Proposals.Workflows.Scripting;

namespace Proposals.Workflows.Expressions;

internal sealed class ExpressionReader(VisibleVariables scope, ChildDefinitions around, ProblemList problems)
{
    private static readonly HashSet<string> refused = ["CSharp", "Python", "Liquid", "Delegate", "Secret"];

    /// <param name="typeName">What the value must be; null where any value will do.</param>
    public Expression? ReadInput(string activityId, JsonElement activity, string name, string? typeName)
    {
        if (activity.Find(name) is not { } input)
            return null;
        if (input.Find("expression") is { ValueKind: JsonValueKind.Object } expression)
            return Read(activityId, expression, typeName ?? input.Text("typeName"));
        if (input.ValueKind != JsonValueKind.Object)
            return around.ForProof && typeName == "Boolean" ? OpenExpression.Truth : Literal(activityId, input, typeName);
        problems.Error("input.shape", activityId, $"“{activityId}”的“{name}”写法无法识别。请在设计器中重新填写。",
            $"Input \"{name}\" of \"{activityId}\" cannot be read. Fill it in again in the designer.");
        return null;
    }

    public Expression? Read(string activityId, JsonElement expression, string? typeName)
    {
        var type = expression.Text("type") ?? "";
        var value = expression.Find("value");
        if (around.ForProof && typeName == "Boolean")
            return OpenExpression.Truth;
        if (around.ForProof && type is not ("Literal" or "Object" or "Json"))
            return OpenExpression.Nothing;
        switch (type)
        {
            case "Literal":
                return Literal(activityId, value, typeName);
            case "Object" or "Json":
                return Json(activityId, value);
            case "Variable":
                return Variable(activityId, value);
            case "Input":
                return Named(value, "name") is { } input ? new InputExpression(input) : Shapeless(activityId, type);
            case "JavaScript":
                return value?.AsText() is { } source ? Script(activityId, source) : Shapeless(activityId, type);
            default:
                if (refused.Contains(type))
                {
                    problems.Error("expression.refused", activityId, $"“{activityId}”用了 {type} 表达式，本系统不运行它。请改用 JavaScript 或固定值。",
                        $"\"{activityId}\" uses a {type} expression, which is not run here. Use JavaScript or a fixed value.");
                }
                else
                {
                    problems.Error("expression.unknown", activityId, $"“{activityId}”的表达式类型“{type}”无法识别。请改用 JavaScript 或固定值。",
                        $"\"{activityId}\" has an expression of unknown type \"{type}\". Use JavaScript or a fixed value.");
                }

                return null;
        }
    }

    private LiteralExpression? Literal(string activityId, JsonElement? value, string? typeName)
    {
        if (JsonTypes.TryConvert(typeName, value ?? default, out var json))
            return new LiteralExpression(json);
        problems.Error("input.type", activityId, $"“{activityId}”中的值不是 {typeName}。请改正。", $"A value of \"{activityId}\" is not a {typeName}. Correct it.");
        return null;
    }

    private LiteralExpression? Json(string activityId, JsonElement? value)
    {
        if (value is null)
            return new LiteralExpression("null");
        if (value.Value.AsText() is { } text ? CanonicalJson.TryParse(text, out var parsed) && CanonicalJson.TryOf(parsed, out var json) : CanonicalJson.TryOf(value.Value, out json))
            return new LiteralExpression(json);
        problems.Error("input.json", activityId, $"“{activityId}”中的对象不是有效的 JSON。请改正。", $"An object of \"{activityId}\" is not valid JSON. Correct it.");
        return null;
    }

    private VariableExpression? Variable(string activityId, JsonElement? value)
    {
        var id = Named(value, "id") ?? Named(value, "name") ?? "";
        if (scope.Find(id) is { } variable)
            return new VariableExpression(variable);
        problems.Error("variable.unknown", activityId, $"“{activityId}”用到的变量“{id}”不存在。请选择已有的变量，或先添加它。",
            $"\"{activityId}\" reads variable \"{id}\", which does not exist. Choose another, or add it first.");
        return null;
    }

    public ScriptExpression? Script(string activityId, string source)
    {
        if (!around.Scripts.TryTake(source.Length))
        {
            problems.Error("script.total", activityId, $"流程里的脚本合计超过{ScriptAllowance.MaxCharacters / 1024} kB，“{activityId}”起不再读取。请精简脚本。",
                $"The scripts of this definition are longer than {ScriptAllowance.MaxCharacters / 1024} kB together; \"{activityId}\" is the first that no longer fits. Shorten them.");
            return null;
        }

        if (ScriptCompiler.TryCompile(source, scope, out var script, out var complaint))
            return new ScriptExpression(script);
        problems.Error(complaint.Code, activityId, $"“{activityId}”的脚本不能使用：{complaint.Chinese}", $"The script of \"{activityId}\" cannot be used: {complaint.English}");
        return null;
    }

    private InputExpression? Shapeless(string activityId, string type)
    {
        problems.Error("input.shape", activityId, $"“{activityId}”的 {type} 表达式是空的。请重新填写。", $"A {type} expression of \"{activityId}\" is empty. Fill it in again.");
        return null;
    }

    /// <summary>Studio writes the variable or input it means as an object or as the text of that object.</summary>
    private static string? Named(JsonElement? value, string property)
    {
        if (value is not { } written)
            return null;
        if (written.AsText() is not { } text)
            return written.Text(property);
        return CanonicalJson.TryParse(text, out var parsed) && parsed.ValueKind == JsonValueKind.Object ? parsed.Text(property) : text;
    }
}
