using System.Text.Json;
using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Documents;

/// <summary>Variables of the definition and of containers, sorted by name; the initial value is text, as Elsa keeps it.</summary>
internal static class VariableForm
{
    private static readonly PropertyOrder order = new("id", "name", "typeName", "isArray", "value", "storageDriverTypeName");

    public static void Read(JsonArray list, string where, bool isDefinitions, ProblemList problems)
    {
        var found = new List<JsonObject>(list.Count);
        for (var position = 0; position < list.Count; position++)
        {
            var at = $"{where}[{position}]";
            if (list[position] is not JsonObject variable)
            {
                problems.Error("variable.shape", at, "这个变量的写法无法识别。请删除它，在设计器中重新添加。", "This variable cannot be read. Remove it, and add it again in the designer.");
                return;
            }

            ReadOne(variable, at, isDefinitions, problems);
            found.Add(variable);
        }

        if (IsSorted(found))
            return;
        list.Clear();
        foreach (var variable in found.Order(Comparer<JsonObject>.Create(Compare)))
            list.Add(variable);
    }

    public static void ReadOne(JsonObject variable, string where, bool isDefinitions, ProblemList problems)
    {
        order.Apply(variable, where, problems);
        if (JsonWords.Text(variable["typeName"]) is { } type)
        {
            if (!TypeAliases.CouldBe(type))
                problems.Error("variable.type", where, "这个变量的类型名称过长或嵌套过深，无法识别。请重新选择类型。", "The type name of this variable is too long or nests too deep to be one. Choose the type again.");
            variable["typeName"] = TypeAliases.Canonical(type);
        }

        if (JsonWords.Text(variable["storageDriverTypeName"]) is { } driver)
            variable["storageDriverTypeName"] = TypeAliases.StorageDriver(driver);
        if (variable["value"] is { } value && value.GetValueKind() != JsonValueKind.String)
            variable["value"] = value.ToJsonString(JsonFormat.Compact);
        if (isDefinitions)
            variable.TryAdd("isArray", false);
        order.Apply(variable, where, problems);
    }

    private static bool IsSorted(List<JsonObject> found)
    {
        for (var next = 1; next < found.Count; next++)
        {
            if (Compare(found[next - 1], found[next]) > 0)
                return false;
        }

        return true;
    }

    private static int Compare(JsonObject? left, JsonObject? right)
    {
        var byName = string.CompareOrdinal(JsonWords.Text(left?["name"]), JsonWords.Text(right?["name"]));
        return byName != 0 ? byName : string.CompareOrdinal(JsonWords.Text(left?["id"]), JsonWords.Text(right?["id"]));
    }
}
