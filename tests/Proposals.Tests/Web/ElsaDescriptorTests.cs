using System.Net.Http.Json;
using System.Text.Json;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>Elsa's own activities reach Studio in the shape that Elsa's server gives them.</summary>
[Trait("Asks", "OneDatabase")]
public sealed class ElsaDescriptorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Elsa.FlowDecision", "Action", "True:Flow False:Flow", "Condition:singleline", "")]
    [InlineData("Elsa.FlowSwitch", "Action", "", "Cases:flow-switch-editor:bare Mode:dropdown=MatchFirst", "")]
    [InlineData("Elsa.If", "Action", "Then:Embedded Else:Embedded Done:Flow", "Condition:singleline", "Result:Boolean")]
    [InlineData("Elsa.Switch", "Action", "Default:Embedded Done:Flow", "Cases:switch-editor:bare Mode:dropdown=MatchFirst", "")]
    [InlineData("Elsa.For", "Action", "Body:Embedded Done:Flow", "Start:singleline=0 End:singleline=0 Step:singleline=1 OuterBoundInclusive:checkbox=True", "CurrentValue:Object")]
    [InlineData("Elsa.FlowFork", "Action", "", "Branches:dynamic-outcomes", "")]
    [InlineData("Elsa.RunJavaScript", "Action", "", "Script:code-editor PossibleOutcomes:dynamic-outcomes", "Result:Object")]
    [InlineData("Elsa.SetVariable", "Action", "Done:Flow", "Variable:variable-picker:bare Value:singleline", "")]
    [InlineData("Elsa.SetOutput", "Action", "Done:Flow", "OutputName:output-picker OutputValue:singleline", "")]
    [InlineData("Elsa.Event", "Trigger", "Done:Flow", "EventName:singleline", "Result:Object")]
    [InlineData("Elsa.Delay", "Action", "Done:Flow", "TimeSpan:singleline=00:01:00", "")]
    [InlineData("Elsa.RunTask", "Action", "Done:Flow", "TaskName:singleline Payload:dictionary", "TaskId:String Result:Object")]
    [InlineData("Elsa.Complete", "Action", "", "Outcomes:outcome-picker", "")]
    public async Task An_activity_has_its_ports_inputs_and_outputs(string type, string kind, string ports, string inputs, string outputs)
    {
        var activity = (await AllAsync()).Single(found => Text(found, "typeName") == type);
        Assert.Equal(kind, Text(activity, "kind"));
        Assert.Equal(ports, Join(activity, "ports", port => $"{Text(port, "name")}:{Text(port, "type")}"));
        Assert.Equal(inputs, Join(activity, "inputs", input => Text(input, "name") + ":" + Text(input, "uiHint") + (input.GetProperty("isWrapped").GetBoolean() ? "" : ":bare") + Default(input)));
        Assert.Equal(outputs, Join(activity, "outputs", output => $"{Text(output, "name")}:{Text(output, "typeName")}"));
    }

    [Fact]
    public async Task Containers_ends_and_what_Studio_cannot_draw_are_marked()
    {
        var all = await AllAsync();
        Assert.Equal(["Elsa.Flowchart", "Elsa.Parallel", "Elsa.Sequence"], Marked(all, "isContainer"));
        Assert.Equal(["Elsa.Break", "Elsa.Complete", "Elsa.End", "Elsa.Finish"], Marked(all, "isTerminal"));
        Assert.Equal(["Elsa.Start"], Marked(all, "isStart"));
        Assert.Equal(["Elsa.Flowchart", "Elsa.Fork", "Elsa.NotFoundActivity", "Elsa.Parallel", "Elsa.Sequence"], all.Select(Type).Except(Marked(all, "isBrowsable")).Order(StringComparer.Ordinal));
    }

    private static async Task<JsonElement[]> AllAsync()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var answer = await admin.GetFromJsonAsync<JsonElement>("/elsa/api/descriptors/activities", Cancel);
        return [.. answer.GetProperty("items").EnumerateArray()];
    }

    private static IEnumerable<string> Marked(JsonElement[] all, string mark) => all.Where(activity => activity.GetProperty(mark).GetBoolean()).Select(Type).Order(StringComparer.Ordinal);

    private static string Type(JsonElement activity) => Text(activity, "typeName");

    private static string Default(JsonElement input) => input.TryGetProperty("defaultValue", out var value) && value.ValueKind != JsonValueKind.Null ? "=" + value : "";

    private static string Join(JsonElement activity, string list, Func<JsonElement, string> words) => string.Join(' ', activity.GetProperty(list).EnumerateArray().Select(words));

    private static string Text(JsonElement node, string name) => node.GetProperty(name).GetString() ?? "";
}
