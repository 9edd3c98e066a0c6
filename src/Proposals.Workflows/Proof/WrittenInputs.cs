using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Proof;

/// <summary>What is written in the inputs of an activity, before anything runs.</summary>
public sealed class WrittenInputs
{
    private readonly Dictionary<string, string> texts = [];
    private readonly HashSet<string> computed = [];

    private WrittenInputs()
    {
    }

    /// <summary>The text of a literal, or of the default where nothing is written; empty where there is neither.</summary>
    public string this[string input] => texts.GetValueOrDefault(input, "");

    /// <summary>A script or a variable gives the value once it runs.</summary>
    public bool IsComputed(string input) => computed.Contains(input);

    internal static WrittenInputs Of(ActivityDraft draft)
    {
        var found = new WrittenInputs();
        foreach (var input in draft.Descriptor.Inputs)
            found.Add(draft, input);
        return found;
    }

    private void Add(ActivityDraft draft, InputDescriptor input)
    {
        var written = draft.Json.Find(input.Name);
        var expression = written?.Find("expression");
        if (expression?.Text("type") is { } type && type != "Literal")
            computed.Add(input.Name);
        else if ((expression is null ? written : expression.Value.Find("value")) is { } value)
            texts[input.Name] = value.ToString().Trim();
        else if (input.DefaultValue is { } usual)
            texts[input.Name] = usual;
    }
}
