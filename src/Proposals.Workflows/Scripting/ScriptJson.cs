using System.Text.Json;
using Jint;
using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Date;
using Jint.Native.Function;
using Jint.Runtime;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Scripting;

/// <summary>Values between scripts and canonical JSON. What JSON cannot say (functions, undefined, NaN) becomes null.</summary>
internal static class ScriptJson
{
    /// <summary>One value may hold another many times, which costs the script nothing and its text everything.</summary>
    private const int MaxBytes = 4 * 1024 * 1024;

    public static string Write(JsValue value, ScriptBudget budget) => CanonicalJson.Write((value, budget), static (writer, what) => Write(writer, what.value, what.budget, 0));

    public static JsValue Read(Engine engine, string json, ScriptBudget budget)
    {
        switch (json)
        {
            case "null":
                return JsValue.Null;
            case "true":
                return JsValue.True;
            case "false":
                return JsValue.False;
        }

        ScriptBudget.RequireText(json.Length);
        return CanonicalJson.TryParse(json, out var element)
            ? Read(engine, element, budget)
            : throw new JavaScriptException(engine.SyntaxError, "The text is not JSON.");
    }

    private static JsValue Read(Engine engine, JsonElement element, ScriptBudget budget)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var made = engine.Object.Construct(Arguments.Empty);
                foreach (var property in element.EnumerateObject())
                {
                    budget.Charge(100);
                    made.Put(property.Name, Read(engine, property.Value, budget), false);
                }

                return made;
            case JsonValueKind.Array:
                var list = engine.Array.Construct(Arguments.Empty);
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    budget.Charge(50);
                    list.Put(index++.ToString(), Read(engine, item, budget), false);
                }

                return list;
            case JsonValueKind.String:
                return new JsValue(budget.Text(element.GetString() ?? ""));
            case JsonValueKind.Number:
                return new JsValue(element.GetDouble());
            case JsonValueKind.True:
                return JsValue.True;
            case JsonValueKind.False:
                return JsValue.False;
            default:
                return JsValue.Null;
        }
    }

    private static void Write(Utf8JsonWriter writer, JsValue value, ScriptBudget budget, int depth)
    {
        if (depth > CanonicalJson.MaxDepth)
            throw new WorkflowFault("script.value", $"The script's value nests more than {CanonicalJson.MaxDepth} levels deep, or holds itself.");
        budget.Charge(4);
        if (writer.BytesCommitted + writer.BytesPending > MaxBytes)
            throw new WorkflowFault("script.text", $"The script's value is a text of more than {MaxBytes / 1024 / 1024} MB.");
        if (value.IsString())
            writer.WriteStringValue(budget.Text(value.AsString()));
        else if (value.IsNumber())
            WriteNumber(writer, value.AsNumber());
        else if (value.IsBoolean())
            writer.WriteBooleanValue(value.AsBoolean());
        else if (!value.IsObject() || value.AsObject() is FunctionInstance)
            writer.WriteNullValue();
        else if (value.AsObject() is DateInstance date)
            WriteDate(writer, date);
        else if (value.AsObject() is ArrayInstance array)
            WriteArray(writer, array, budget, depth);
        else
            WriteObject(writer, value, budget, depth);
    }

    private static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number))
            writer.WriteNullValue();
        else if (number == Math.Truncate(number) && Math.Abs(number) < 9e15)
            writer.WriteNumberValue((long)number);
        else
            writer.WriteNumberValue(number);
    }

    private static void WriteDate(Utf8JsonWriter writer, DateInstance date)
    {
        if (double.IsFinite(date.PrimitiveValue) && Math.Abs(date.PrimitiveValue) < 6e13)
            writer.WriteStringValue(DateTimeOffset.FromUnixTimeMilliseconds((long)date.PrimitiveValue).ToString("yyyy-MM-ddTHH:mm:ss.fffZ"));
        else
            writer.WriteNullValue();
    }

    private static void WriteArray(Utf8JsonWriter writer, ArrayInstance array, ScriptBudget budget, int depth)
    {
        writer.WriteStartArray();
        var length = ScriptBudget.Array(TypeConverter.ToNumber(array.Get("length")));
        for (var i = 0; i < length; i++)
            Write(writer, array.Get(i.ToString()), budget, depth + 1);
        writer.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter writer, JsValue value, ScriptBudget budget, int depth)
    {
        writer.WriteStartObject();
        foreach (var (name, property) in value.AsObject().GetOwnProperties().OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            budget.Charge(4);
            if (property.Enumerable != true || property.Value is not { } member || member.IsUndefined() || member.Is<FunctionInstance>())
                continue;
            writer.WritePropertyName(name);
            Write(writer, member, budget, depth + 1);
        }

        writer.WriteEndObject();
    }
}
