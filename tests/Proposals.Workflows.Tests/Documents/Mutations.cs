using System.Text.Json.Nodes;

namespace Proposals.Workflows.Tests.Documents;

/// <summary>Damage to the tree of a definition: each value may be swapped, moved, doubled, nested or given another's id.</summary>
internal sealed class Mutations(Random chance)
{
    private static readonly string[] numbers = ["1e999", "-0", "99999999999999999999", "0.1e-400", "-9223372036854775808", "1E400", "3.0"];

    public JsonNode Damage(JsonNode tree)
    {
        for (var times = chance.Next(1, 4); times > 0; times--)
            tree = Once(tree);
        return tree;
    }

    private JsonNode Once(JsonNode tree)
    {
        var places = new List<JsonNode>();
        Collect(tree, places);
        if (places.Count == 0)
            return tree;
        var place = places[chance.Next(places.Count)];
        switch (chance.Next(9))
        {
            case 0:
                Replace(place, Anything());
                break;
            case 1:
                Remove(place);
                break;
            case 2:
                Replace(place, places[chance.Next(places.Count)].DeepClone());
                break;
            case 3:
                Replace(place, Deep(chance.Next(90)));
                break;
            case 4:
                Replace(place, JsonNode.Parse(numbers[chance.Next(numbers.Length)]));
                break;
            case 5:
                SwapIds(places);
                break;
            case 6 when place is JsonArray list && list.Count > 0:
                list.Add(list[chance.Next(list.Count)]?.DeepClone());
                break;
            case 7 when place.Parent is JsonObject owner:
                Rename(owner, place);
                break;
            default:
                Wrap(place);
                break;
        }

        return tree;
    }

    private JsonNode? Anything() => chance.Next(10) switch
    {
        0 => null,
        1 => true,
        2 => -1,
        3 => "",
        4 => Text.Odd(chance),
        5 => new JsonObject(),
        6 => new JsonArray(),
        7 => new JsonObject { ["id"] = Text.Odd(chance), ["type"] = "Elsa.Flowchart" },
        8 => "UnregisteredClrType:Elsa.Workflows.SwitchMode",
        _ => new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = Text.Word(chance), ["value"] = Text.Odd(chance) } },
    };

    private static JsonNode Deep(int depth)
    {
        JsonNode deep = new JsonArray();
        for (; depth > 0; depth--)
            deep = depth % 2 == 0 ? new JsonArray(deep) : new JsonObject { ["body"] = deep };
        return deep;
    }

    private void SwapIds(List<JsonNode> places)
    {
        var named = places.OfType<JsonObject>().Where(place => place["id"] is not null).ToList();
        if (named.Count < 2)
            return;
        var (one, other) = (named[chance.Next(named.Count)], named[chance.Next(named.Count)]);
        (one["id"], other["id"]) = (other["id"]?.DeepClone(), one["id"]?.DeepClone());
    }

    private void Rename(JsonObject owner, JsonNode place)
    {
        var name = place.GetPropertyName();
        owner.Remove(name);
        owner[chance.Next(3) switch { 0 => Text.Word(chance), 1 => name.ToUpperInvariant(), _ => name.Length > 0 ? char.ToUpperInvariant(name[0]) + name[1..] : "x" }] = place;
    }

    private void Wrap(JsonNode place)
    {
        var inner = place.DeepClone();
        Replace(place, chance.Next(3) switch
        {
            0 => new JsonArray(inner),
            1 => new JsonObject { ["_type"] = "x", ["items"] = inner },
            _ => new JsonObject { ["$values"] = inner },
        });
    }

    private static void Replace(JsonNode place, JsonNode? value)
    {
        if (place.Parent is JsonObject owner)
            owner[place.GetPropertyName()] = value;
        else if (place.Parent is JsonArray list)
            list[place.GetElementIndex()] = value;
    }

    private static void Remove(JsonNode place)
    {
        if (place.Parent is JsonObject owner)
            owner.Remove(place.GetPropertyName());
        else if (place.Parent is JsonArray list)
            list.RemoveAt(place.GetElementIndex());
    }

    private static void Collect(JsonNode? node, List<JsonNode> places)
    {
        if (node?.Parent is not null)
            places.Add(node);
        if (node is JsonObject found)
        {
            foreach (var (_, value) in found)
                Collect(value, places);
        }
        else if (node is JsonArray list)
        {
            foreach (var value in list)
                Collect(value, places);
        }
    }
}
