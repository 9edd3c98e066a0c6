using System.Globalization;
using Proposals.Workflows.Catalogue;

namespace Proposals.Web.ElsaApi;

/// <summary>Which of Studio's editors an input is given: told by its choices and its type, and for a few by its name.</summary>
internal static class InputEditors
{
    public const string VariableType = "Variable";

    private const string OneLine = "singleline";
    private const string Dropdown = "dropdown";
    private const string Code = "code-editor";

    /// <summary>Their own editor writes the bare value.</summary>
    private static readonly Dictionary<string, string> BareTypes = new()
    {
        [VariableType] = "variable-picker",
        ["FlowSwitchCases"] = "flow-switch-editor",
        ["SwitchCases"] = "switch-editor",
    };

    private static readonly Dictionary<string, string> ByType = new()
    {
        ["Boolean"] = "checkbox",
        ["List<String>"] = "dynamic-outcomes",
        ["ObjectDictionary"] = "dictionary",
    };

    private static readonly Dictionary<string, string> ByName = new()
    {
        // A question about the case, not a tick.
        ["condition"] = OneLine,
        ["instructions"] = "multiline",
        ["script"] = Code,
        ["outcomes"] = "outcome-picker",
        ["outputName"] = "output-picker",
        ["workflowDefinitionId"] = "workflow-definition-picker",
    };

    public static bool IsWrapped(InputDescriptor input) => !BareTypes.ContainsKey(input.TypeName);

    public static string HintOf(InputDescriptor input) =>
        input.Choices.Count > 0
            ? Dropdown
            : BareTypes.GetValueOrDefault(input.TypeName) ?? ByName.GetValueOrDefault(input.Name) ?? ByType.GetValueOrDefault(input.TypeName, OneLine);

    /// <summary>The language that the editor opens with, where it is not a plain value.</summary>
    public static string? SyntaxOf(InputDescriptor input) => HintOf(input) switch
    {
        Code => "JavaScript",
        "outcome-picker" => "Object",
        _ => null,
    };

    public static object? DefaultOf(InputDescriptor input) => input switch
    {
        { DefaultValue: null } => null,
        { TypeName: "Boolean" } => bool.Parse(input.DefaultValue),
        { TypeName: "Int32" } => int.Parse(input.DefaultValue, CultureInfo.InvariantCulture),
        _ => input.DefaultValue,
    };

    public static IReadOnlyDictionary<string, object> SpecificationsOf(InputDescriptor input, Func<BilingualText, string> word) => HintOf(input) switch
    {
        Dropdown => new Dictionary<string, object>
        {
            [Dropdown] = new { selectList = new { items = input.Choices.Select(choice => new { text = word(choice.Text), value = choice.Value }) } },
        },
        Code => new Dictionary<string, object> { [Code] = new { language = "javascript" } },
        _ => new Dictionary<string, object>(),
    };
}
