using Proposals.Workflows.Catalogue;

namespace Proposals.Web.ElsaApi;

/// <summary>Which of Studio's editors an input is given: told by its choices and its type.</summary>
internal static class InputEditors
{
    public const string Outcomes = "dynamic-outcomes";

    /// <summary>Inputs that no expression stands around: their own editor writes them.</summary>
    private static readonly Dictionary<string, string> BareTypes = new()
    {
        ["Variable"] = "variable-picker",
        ["FlowSwitchCases"] = "flow-switch-editor",
        ["SwitchCases"] = "switch-editor",
    };

    public static bool IsWrapped(InputDescriptor input) => !BareTypes.ContainsKey(input.TypeName);

    public static string HintOf(InputDescriptor input) => input switch
    {
        { Choices.Count: > 0 } => "dropdown",
        _ when BareTypes.TryGetValue(input.TypeName, out var editor) => editor,
        { TypeName: "Boolean", DefaultValue: not null } => "checkbox",
        { Name: "instructions" } => "multiline",
        { Name: "script" } => "code-editor",
        { TypeName: "List<String>" } => Outcomes,
        _ => "singleline",
    };

    public static object? DefaultOf(InputDescriptor input) =>
        input is { TypeName: "Boolean", DefaultValue: { } words } ? bool.Parse(words) : input.DefaultValue;

    public static IReadOnlyDictionary<string, object> SpecificationsOf(InputDescriptor input, Func<BilingualText, string> word) => HintOf(input) switch
    {
        "dropdown" => new Dictionary<string, object>
        {
            ["dropdown"] = new { selectList = new { items = input.Choices.Select(choice => new { text = word(choice.Text), value = choice.Value }) } },
        },
        "code-editor" => new Dictionary<string, object> { ["code-editor"] = new { language = "javascript" } },
        _ => new Dictionary<string, object>(),
    };
}
